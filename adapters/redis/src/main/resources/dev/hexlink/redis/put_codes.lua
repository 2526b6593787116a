-- Puts codes into the pool. A pool of another era came back from the past: what is in it is dropped before.
-- KEYS[1] the pool, KEYS[2] its state; ARGV[1] the era, then the codes
if redis.call('HGET', KEYS[2], 'era') ~= ARGV[1] then
  redis.call('DEL', KEYS[1])
  redis.call('HSET', KEYS[2], 'era', ARGV[1])
end
return redis.call('SADD', KEYS[1], unpack(ARGV, 2))
