package de.kimhub.sharing;

import de.kimhub.message.Field;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * A recipient that has no file of a person learns, where a rule allows it and the person consented, that they would like
 * to be met, and no more: who it is, how they are reached, in which language, about which theme, and whom to ask. Once:
 * what comes after waits for nobody until the recipient has a file of its own. In the caller's transaction.
 */
@Component
public class FirstContacts {

    private static final Set<String> LEAST = Set.of("person.birth.date", "person.telephone", "person.email",
            "person.languages", "event.occurredOn", "event.deadline", "consultation.theme", "referral.to");
    private static final Set<String> GROUPS = Set.of("person.names.official.", "unit.", "appointment.");

    private static final String MAKE = """
            insert into hub.first_contact as f (recipient_no, person_id, event_id) values (?, ?, ?)
            on conflict (recipient_no, person_id) do update set event_id = f.event_id returning event_id""";
    private static final String FOLLOW = """
            with moved as (
                delete from hub.first_contact f using hub.event e, identity.source_case s
                 where e.id = f.event_id and s.id = e.case_id and s.id = any (?) and s.person_id <> f.person_id
                returning f.recipient_no, s.person_id, f.event_id, f.made_at)
            insert into hub.first_contact (recipient_no, person_id, event_id, made_at) select * from moved
            on conflict do nothing""";

    private final JdbcTemplate jdbc;

    FirstContacts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What of it a recipient may have that has no file of the person. Where a law gives it, that says how much. */
    public static Set<Field> fields(SharingRule rule, Set<Field> allowed) {
        return !rule.needsConsent() ? allowed
                : allowed.stream().filter(FirstContacts::isLeast).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isLeast(Field field) {
        return LEAST.contains(field.path()) || GROUPS.stream().anyMatch(field.path()::startsWith);
    }

    /** @return whether this event is the one by which the recipient learns of the person */
    public boolean make(int recipientNo, long person, long event) {
        return Long.valueOf(event).equals(jdbc.queryForObject(MAKE, Long.class, recipientNo, person, event));
    }

    /** Who was made known by what these files told is now the person whose files they are. */
    public void follow(Collection<Long> files) {
        jdbc.update(FOLLOW, (Object) files.stream().mapToLong(Long::longValue).toArray());
    }
}
