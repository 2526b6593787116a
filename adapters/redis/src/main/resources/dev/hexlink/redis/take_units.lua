-- The generic cell rate algorithm: a bucket is one moment, at which it will be full again. All times are in microseconds of this server's clock.
-- KEYS[1] the bucket; ARGV[1] how many units are wanted, ARGV[2] how many it holds, ARGV[3] how long one takes to come back
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000000 + tonumber(time[2])
local wanted = tonumber(ARGV[1])
local units = tonumber(ARGV[2])
local perUnit = tonumber(ARGV[3])
local fullAt = tonumber(redis.call('GET', KEYS[1])) or now
local missing = math.min(math.max(0, fullAt - now), perUnit * units)
local available = math.floor((perUnit * units - missing) / perUnit)
local granted = math.min(wanted, available)
local remaining = available - granted
missing = missing + granted * perUnit
if missing == 0 then
  redis.call('DEL', KEYS[1])
else
  redis.call('SET', KEYS[1], string.format('%.0f', now + missing), 'PX', math.ceil(missing / 1000))
end
local untilOne = 0
if remaining == 0 then
  untilOne = missing - perUnit * (units - 1)
end
return {granted, remaining, untilOne, missing}
