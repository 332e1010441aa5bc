-- Takes a lane up: its sender died, or had to wait.
-- KEYS  1 lane  2 due index  3 record
-- ARGV  1 due member of the lane  2 lease token  3 lease (ms)  4 when it is due again if this sender dies too (ms)  5 now (ms)
-- Returns nothing when another sender holds it or it has to wait; else the number of failed tries so far, what is in question
--         ('' = nothing; since when (ms), and the field of the item or '?' = whichever was next), the id of the last message
--         sent (8 bytes; '' = none), when the first of those tries failed (ms; 0 = none did), then field, item, field, item … in any
--         order.
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local held = redis.call('HMGET', KEYS[1], 'lease', 'until', 'after')
local other = held[1] and held[1] ~= '' and held[1] ~= ARGV[2]
if other and tonumber(held[2]) > now then
  redis.call('ZADD', KEYS[2], ARGV[5] + held[2] - now, ARGV[1])
  return nil
end
if held[3] and tonumber(held[3]) > tonumber(ARGV[5]) then
  redis.call('ZADD', KEYS[2], held[3], ARGV[1])
  return nil
end
-- Whoever held it never said what became of its item.
if other then redis.call('HSETNX', KEYS[1], 'unknown', string.format('%d ?', ARGV[5] + held[2] - ARGV[3] - now)) end

local all = redis.call('HGETALL', KEYS[1])
local result = {0, '', redis.call('GETRANGE', KEYS[3], 0, 7), 0}
for i = 1, #all, 2 do
  if tonumber(all[i]) then
    result[#result + 1] = all[i]
    result[#result + 1] = all[i + 1]
  elseif all[i] == 'tries' then
    result[1] = tonumber(all[i + 1])
  elseif all[i] == 'since' then
    result[4] = tonumber(all[i + 1])
  elseif all[i] == 'unknown' then
    result[2] = all[i + 1]
  end
end
if #result == 4 then
  redis.call('DEL', KEYS[1])
  redis.call('ZREM', KEYS[2], ARGV[1])
  return result
end
redis.call('HSET', KEYS[1], 'lease', ARGV[2], 'until', now + tonumber(ARGV[3]))
redis.call('ZADD', KEYS[2], ARGV[4], ARGV[1])
return result
