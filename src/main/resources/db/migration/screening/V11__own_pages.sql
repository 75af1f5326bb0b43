-- Whether what a member's administrators say of the member's own page needs one reviewer or as many as everything else.
insert into screening.setting (key, value) values ('own-pages', 'as-all');
