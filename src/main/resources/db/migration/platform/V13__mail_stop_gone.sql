-- Letters keep where they can be stopped among their headers since V12.
alter table platform.mail drop column stop;
