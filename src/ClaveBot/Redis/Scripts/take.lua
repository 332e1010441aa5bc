-- Takes a lane up again: its sender died, or had to wait.
-- KEYS  1 lane  2 due index
-- ARGV  1 due member of the lane  2 lease token  3 lease (ms)  4 when it is due again if this sender dies too (ms)
-- Returns nothing when another sender holds it; else the number of failed tries so far, then field, item, field, item … in any order.
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local held = redis.call('HGET', KEYS[1], 'until')
if held and tonumber(held) > now and redis.call('HGET', KEYS[1], 'lease') ~= ARGV[2] then
  redis.call('ZADD', KEYS[2], ARGV[4], ARGV[1])
  return nil
end
local all = redis.call('HGETALL', KEYS[1])
local result = {0}
for i = 1, #all, 2 do
  if all[i] == 'tries' then
    result[1] = tonumber(all[i + 1])
  elseif all[i] ~= 'lease' and all[i] ~= 'until' then
    result[#result + 1] = all[i]
    result[#result + 1] = all[i + 1]
  end
end
if #result == 1 then
  redis.call('DEL', KEYS[1])
  redis.call('ZREM', KEYS[2], ARGV[1])
  return result
end
redis.call('HSET', KEYS[1], 'lease', ARGV[2], 'until', now + tonumber(ARGV[3]))
redis.call('ZADD', KEYS[2], ARGV[4], ARGV[1])
return result
