-- How far a run is as it is shown: the percentage never goes back, also when another worker starts
-- over; the pace counts from the attempt that works now.
alter table harvest.run add column percent int not null default 0;
alter table harvest.run add column phase text not null default 'opening';
alter table harvest.run add column attempt_at timestamptz;
-- The code of the sentence in message, such as MC-1407.
alter table harvest.run add column message_code text;
update harvest.run set percent = 100 where state = 'finished';
