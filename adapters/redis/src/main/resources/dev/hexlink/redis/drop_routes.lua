-- Forgets keys and lets nobody remember them for a moment, then tells everybody of those that nobody has dropped a moment ago.
-- KEYS their names; ARGV[1] the moment in ms, ARGV[2] the channel, ARGV[3] how the message begins, then each key as it stands in the message
local told = {}
for i, name in ipairs(KEYS) do
  local held = redis.pcall('SET', name, 'dropped', 'PX', ARGV[1], 'GET')
  if type(held) == 'table' then
    -- no memory is left for the mark, or something else than a text is there
    redis.call('DEL', name)
    redis.pcall('SET', name, 'dropped', 'PX', ARGV[1])
  end
  if held ~= 'dropped' then
    told[#told + 1] = ARGV[3 + i]
  end
end
if #told > 0 then
  redis.call('PUBLISH', ARGV[2], ARGV[3] .. ' ' .. table.concat(told, ' '))
end
return #told
