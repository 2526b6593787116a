-- How many codes the pool holds; one of another era came back from the past and holds none that can be handed out.
-- KEYS[1] the pool, KEYS[2] its state; ARGV[1] the era
if redis.call('HGET', KEYS[2], 'era') ~= ARGV[1] then
  return 0
end
return redis.call('SCARD', KEYS[1])
