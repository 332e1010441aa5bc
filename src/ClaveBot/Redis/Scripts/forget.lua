-- Retention: a conversation that nobody needs any more is gone, with its due entry.
-- KEYS  1 record  2 due index  3 chat lane  4 mail lane  5 event lane  6 comments
-- ARGV  1 revision that was read (8 bytes; empty: there was no record)  2 due member
-- Returns 1 when it is gone, 0 when it has another revision by now or something is still unsent.
if redis.call('GETRANGE', KEYS[1], 8, 15) ~= ARGV[1] then return 0 end
if redis.call('EXISTS', KEYS[3], KEYS[4], KEYS[5]) > 0 then return 0 end
redis.call('DEL', KEYS[1], KEYS[6])
redis.call('ZREM', KEYS[2], ARGV[2])
return 1
