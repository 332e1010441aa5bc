-- Gives back a lane of which nothing was begun: whoever asks first takes it up.
-- KEYS  1 lane  2 due index
-- ARGV  1 due member of the lane  2 lease token  3 now (ms)
-- Returns 1, or 0 when the lease is no longer ours.
if redis.call('HGET', KEYS[1], 'lease') ~= ARGV[2] then return 0 end
redis.call('HDEL', KEYS[1], 'until')
redis.call('HSET', KEYS[1], 'lease', '')
redis.call('ZADD', KEYS[2], ARGV[3], ARGV[1])
return 1
