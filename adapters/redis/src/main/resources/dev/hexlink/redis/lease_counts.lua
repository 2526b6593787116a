-- Hands out the next counts of a stack, none below those that whoever asks knows to be handed out. Numbers are compared as text, as Lua's are not whole
-- beyond 2^53.
-- KEYS[1] the counter; ARGV[1] how many, ARGV[2] the lowest that may be handed out
local function below(one, other)
  return #one < #other or (#one == #other and one < other)
end
local held = redis.call('GET', KEYS[1]) or '0'
if not string.match(held, '^%d+$') then
  return redis.error_reply('ERR the counter ' .. KEYS[1] .. ' holds something else than a count')
end
if below(held, ARGV[2]) then
  redis.call('SET', KEYS[1], ARGV[2])
end
redis.call('INCRBY', KEYS[1], ARGV[1])
return redis.call('GET', KEYS[1])
