-- Takes codes out of the pool. A pool of another era, or one that has been taken from less often than whoever asks has seen, came back from the past,
-- and with it codes that were handed out already: all of it is dropped.
-- KEYS[1] the pool, KEYS[2] its state; ARGV[1] how many at most, ARGV[2] the era, ARGV[3] how often it has been taken from, as far as is known
local era = redis.call('HGET', KEYS[2], 'era')
local takes = redis.call('HINCRBY', KEYS[2], 'takes', 1)
local known = tonumber(ARGV[3])
local dropped = 0
if era ~= ARGV[2] or takes <= known then
  dropped = redis.call('DEL', KEYS[1])
  takes = math.max(takes, known + 1)
  redis.call('HSET', KEYS[2], 'era', ARGV[2], 'takes', string.format('%.0f', takes))
end
return {dropped, takes, redis.call('SPOP', KEYS[1], ARGV[1])}
