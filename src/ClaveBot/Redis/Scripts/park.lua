-- A turn failed unexpectedly: counted; at the last failure allowed the message is parked, and the person is told through the chat lane.
-- KEYS  1 failures of this message  2 chat lane  3 due index
-- ARGV  1 how many failures are allowed  2 how long they are remembered (ms)
--       3 due member of the lane  4 now (ms)  5 field of the item that tells  6 the item, sealed
-- Returns 0 when the message may come again, 1 when it is parked with this call, 2 when it was parked before.
local failures = redis.call('INCR', KEYS[1])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
if failures < tonumber(ARGV[1]) then return 0 end
if failures > tonumber(ARGV[1]) then return 2 end
redis.call('HSET', KEYS[2], ARGV[5], ARGV[6])
redis.call('HSETNX', KEYS[2], 'lease', '')
redis.call('ZADD', KEYS[3], ARGV[4], ARGV[3])
return 1
