package de.kimhub.sharing;

import de.kimhub.message.CanonicalSchema;
import de.kimhub.message.EventType;
import de.kimhub.message.Field;
import de.kimhub.message.FieldValues;
import de.kimhub.message.MessageKind;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What the law takes out of a delivery because of how things stand with the person, whatever a rule names: where
 * somebody under an Auskunftssperre lives, and the exact title for a naturalisation office without a pending procedure.
 */
@Component
public class FieldBlocks {

    private static final String IN_PROCEDURE = """
            select distinct s.person_id from identity.source_case s
              join hub.event e on e.case_id = s.id and e.type in (%1$d, %2$d, %3$d) and e.state = 0 and e.kind not in (%6$d, %7$d)
             where s.instance_no = ? and s.person_id = any(?) and s.closed_on is null
               and not exists (select 1 from hub.event d where d.case_id = s.id and d.type in (%4$d, %5$d)
                       and d.state = 0 and d.kind not in (%6$d, %7$d) and (d.occurred_on, d.id) > (e.occurred_on, e.id))"""
            .formatted(EventType.NATURALISATION_APPLIED.number(),
                    EventType.NATURALISATION_DOCUMENTS_REQUESTED.number(),
                    EventType.NATURALISATION_ASSURANCE_GRANTED.number(), EventType.NATURALISATION_DECIDED.number(),
                    EventType.NATURALISED.number(), MessageKind.RETRACTION.ordinal(),
                    MessageKind.STOP.ordinal());

    private final JdbcTemplate jdbc;
    private final DisclosureBlocks blocks;

    FieldBlocks(JdbcTemplate jdbc, DisclosureBlocks blocks) {
        this.jdbc = jdbc;
        this.blocks = blocks;
    }

    /**
     * How things stand with some persons at this moment. In the caller's transaction.
     *
     * @param recipientNo number of the recipient's instance
     */
    public Standing of(SharingRules rules, Party recipient, int recipientNo, Collection<Long> persons) {
        boolean contacts = names(rules, HardBlocks::isContact);
        boolean titles = HardBlocks.needsProcedure(recipient) && names(rules, HardBlocks::isTitle);
        return new Standing(recipient, contacts ? blocks.of(persons) : Set.of(),
                titles && !persons.isEmpty() ? inProcedure(recipientNo, persons) : Set.of());
    }

    /**
     * Keeps what {@link #of} says of blocks from changing until the transaction ends; to be called before it.
     *
     * @return persons of whom another transaction may just be changing it
     */
    public Set<Long> keepForSealing(Collection<Long> persons) {
        return persons.isEmpty() ? Set.of() : blocks.keepFromBeingTold(persons);
    }

    /** Whether an Auskunftssperre takes the field out. */
    public static boolean isContact(Field field) {
        return HardBlocks.isContact(field);
    }

    /**
     * Whether what was given by the rule tells where somebody is or how they are reached.
     *
     * @param rule empty: it is not in force any more
     */
    public static boolean givesAway(FieldValues said, Optional<SharingRule> rule, Party recipient) {
        Set<Field> contacts = rule.map(one -> one.fieldsFor(recipient)).orElseGet(() -> Set.copyOf(CanonicalSchema.fields()))
                .stream().filter(HardBlocks::isContact).collect(Collectors.toUnmodifiableSet());
        return !said.only(contacts).isEmpty();
    }

    private static boolean names(SharingRules rules, Predicate<Field> kind) {
        return rules.rules().stream().anyMatch(rule -> rule.fields().stream().anyMatch(kind));
    }

    private Set<Long> inProcedure(int recipientNo, Collection<Long> persons) {
        return Set.copyOf(jdbc.queryForList(IN_PROCEDURE, Long.class, recipientNo,
                persons.stream().mapToLong(Long::longValue).toArray()));
    }

    /**
     * @param underBlock  persons for whom an Auskunftssperre stands
     * @param inProcedure persons who have a procedure pending at the recipient, where that matters
     */
    public record Standing(Party recipient, Set<Long> underBlock, Set<Long> inProcedure) {

        /** What the recipient may have of the person under the rule. @param person {@code null}: it concerns none */
        public Set<Field> fields(SharingRule rule, Long person) {
            Set<Field> fields = rule.fieldsFor(recipient);
            boolean blocked = person != null && underBlock.contains(person);
            boolean coarse = HardBlocks.needsProcedure(recipient) && (person == null || !inProcedure.contains(person));
            return !blocked && !coarse ? fields : fields.stream()
                    .filter(field -> !(blocked && HardBlocks.isContact(field)) && !(coarse && HardBlocks.isTitle(field)))
                    .collect(Collectors.toUnmodifiableSet());
        }

        /** In German, which law takes something out of what the rule gives. Empty: none. */
        public String lawAgainst(SharingRule rule, Long person) {
            Set<Field> gone = rule.fieldsFor(recipient).stream().filter(field -> !fields(rule, person).contains(field))
                    .collect(Collectors.toSet());
            return gone.stream().map(field -> HardBlocks.isContact(field) ? HardBlocks.LAW_OF_BLOCKS
                    : HardBlocks.LAW_OF_TITLES).distinct().sorted().collect(Collectors.joining("; "));
        }
    }
}
