-- Marks one item as sent, and hands over what turns committed meanwhile.
-- KEYS  1 lane  2 due index  3 record  4 link that the item carried ('' = the lane's key: none)  5 counter of the day (likewise)
-- ARGV  1 due member of the lane  2 lease token  3 lease (ms)  4 when the lane is due if its sender dies (ms)
--       5 field of the item  6 the link's deadline, counted from now ('' = no link)
--       7 the channel's id of the message (8 bytes; '' = nothing to remember)  8 the counter's time to live (ms; '' = not counted)
-- Returns 0 when the lease is no longer ours; else 1, the id that was remembered before ('' = none), then the items that are left:
--         field, item, field, item … in any order.
local all, ours, left = redis.call('HGETALL', KEYS[1]), false, {1, ''}
for i = 1, #all, 2 do
  if all[i] == 'lease' then
    ours = all[i + 1] == ARGV[2]
  elseif all[i] ~= ARGV[5] and tonumber(all[i]) then
    left[#left + 1] = all[i]
    left[#left + 1] = all[i + 1]
  end
end
if not ours then return {0} end

if ARGV[6] ~= '' then
  local link = redis.call('HMGET', KEYS[4], 's', 'x', 'z')
  -- Who asked for more time keeps it, also when the link is sent once more.
  if link[1] == 'issued' and not link[3] then redis.call('HSET', KEYS[4], 'd', math.min(tonumber(link[2]), tonumber(ARGV[6]))) end
end
if ARGV[7] ~= '' then
  left[2] = redis.call('GETRANGE', KEYS[3], 0, 7)
  -- Never a record of nothing but an id.
  if #left[2] == 8 then redis.call('SETRANGE', KEYS[3], 0, ARGV[7]) end
end
if ARGV[8] ~= '' and redis.call('INCR', KEYS[5]) == 1 then redis.call('PEXPIRE', KEYS[5], ARGV[8]) end

if #left == 2 then
  redis.call('DEL', KEYS[1])
  redis.call('ZREM', KEYS[2], ARGV[1])
else
  local clock = redis.call('TIME')
  redis.call('HDEL', KEYS[1], ARGV[5], 'tries', 'since', 'unknown', 'after')
  redis.call('HSET', KEYS[1], 'until', clock[1] * 1000 + math.floor(clock[2] / 1000) + tonumber(ARGV[3]))
  redis.call('ZADD', KEYS[2], ARGV[4], ARGV[1])
end
return left
