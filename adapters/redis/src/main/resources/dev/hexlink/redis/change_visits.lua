-- Takes away from counts, though never below zero, then adds to them. A count of zero is none.
-- KEYS their names; ARGV[1] how long a count lives from its beginning, in ms, then for each what to take away and what to add
for i, name in ipairs(KEYS) do
  local held = tonumber(redis.call('GET', name)) or 0
  local count = math.max(0, held - tonumber(ARGV[2 * i])) + tonumber(ARGV[2 * i + 1])
  if count == 0 then
    redis.call('DEL', name)
  elseif held > 0 then
    redis.call('SET', name, string.format('%.0f', count), 'KEEPTTL')
  else
    redis.call('SET', name, string.format('%.0f', count), 'PX', ARGV[1])
  end
end
return #KEYS
