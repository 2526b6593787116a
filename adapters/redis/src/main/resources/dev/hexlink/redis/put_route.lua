-- Remembers a route, unless its key was dropped a moment ago or a higher version of this era is remembered.
-- KEYS[1] its name; ARGV[1] the route as text, ARGV[2] its version, ARGV[3] the era, ARGV[4] how long it may be remembered, in ms
local held = redis.pcall('GET', KEYS[1])
if held == 'dropped' then
  return 0
end
if type(held) == 'string' then
  local version, era = string.match(held, '^r%d+ (%d+) (%S+) ')
  if era == ARGV[3] and tonumber(version) > tonumber(ARGV[2]) then
    return 0
  end
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[4])
return 1
