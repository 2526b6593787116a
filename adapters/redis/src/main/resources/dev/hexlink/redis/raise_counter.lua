-- Lifts a stack's counter, and never lowers it. Numbers are compared as text, as Lua's are not whole beyond 2^53.
-- KEYS[1] the counter; ARGV[1] the lowest count that may be handed out from now on
local function below(one, other)
  return #one < #other or (#one == #other and one < other)
end
local held = redis.call('GET', KEYS[1]) or '0'
if not string.match(held, '^%d+$') then
  return redis.error_reply('ERR the counter ' .. KEYS[1] .. ' holds something else than a count')
end
if below(held, ARGV[1]) then
  redis.call('SET', KEYS[1], ARGV[1])
end
return 'OK'
