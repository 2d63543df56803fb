-- A parameter's past cannot be rewritten: a change is a new version.
drop trigger if exists parameter_versions_append_only on parameter_versions;
create trigger parameter_versions_append_only before update or delete or truncate on parameter_versions
  for each statement execute function refuse_change();
