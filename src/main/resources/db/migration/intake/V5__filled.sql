-- What a source said when the form was filled from it: a JSON object with the name by which it was
-- asked, the source, its address, the time, and its values by field; null when nothing was asked.
alter table intake.submission add column filled text;
