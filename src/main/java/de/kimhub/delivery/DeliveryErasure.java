package de.kimhub.delivery;

import de.kimhub.privacy.DeletionClass;
import de.kimhub.privacy.DeletionClass.Start;
import de.kimhub.privacy.ErasedPerson;
import de.kimhub.privacy.HeldData;
import de.kimhub.privacy.PersonData;
import de.kimhub.privacy.PersonalDataHolder;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What waits for delivery, is sealed, laid out, or was given back by tools. */
final class DeliveryErasure implements PersonalDataHolder {

    private static final String OF_ALL_RECIPIENTS = """
            from hub.%s where recipient_no in (select no from hub.instance) and event_id = any (?)""";
    /** Which lanes they lie in follows from their files; the notices of an erasure are no events of a file. */
    private static final String TAKE_OUT = """
            with gone as (delete from hub.outbox_item where event_id = any (?) returning recipient_no, event_id)
            insert into hub.withdrawn_item (recipient_no, event_id, reason) select distinct recipient_no, event_id, 'ERASED'
              from gone on conflict do nothing""";
    private static final String SEALED = """
            select count(distinct b.id) from unnest(?::bigint[]) as e (id) join hub.delivery_batch b
                on int8range(b.first_event, b.last_event, '[]') @> e.id and b.kind = 0 and e.id = any (b.event_ids)
             where b.bytes is not null""";
    private static final String ACKNOWLEDGEMENTS = """
            update hub.delivery_batch set bytes = null where kind = 1 and state = 2 and bytes is not null
               and document_id in (select id from hub.source_document where instance_no = any (?) and id <= ?)""";

    private final JdbcTemplate jdbc;
    private final SealedContent sealed;

    DeliveryErasure(JdbcTemplate jdbc, SealedContent sealed) {
        this.jdbc = jdbc;
        this.sealed = sealed;
    }

    @Override
    public String dataKind() {
        return "Weitergabe";
    }

    /** Goes with the events and batches that it belongs to. */
    @Override
    public int deleteExpired() {
        return 0;
    }

    @Override
    public List<DeletionClass> classes() {
        return List.of(DeletionClass.following("weitergabe-wartend", "Was auf die Weitergabe wartet", Start.PROCESS_END,
                        "bis zur Versiegelung, oder mit dem Ereignis", "hub.outbox_item", "hub.held_event", "hub.shadow_item"),
                DeletionClass.following("weitergabe-nachweis", "Nachweis der Weitergabe ohne Inhalt, nur Nummern von Ereignissen",
                        Start.PROCESS_END, "ohne Personenbezug, sobald die Ereignisse gelöscht sind", "hub.delivery_batch",
                        "hub.withdrawn_item", "hub.readdressed", "hub.misdirected", "hub.flow", "hub.recall"),
                DeletionClass.following("weitergabe-echo", "Prüfzahl dessen, was ein Verfahren bekommen hat",
                        Start.PROCESS_END, "mit der Person", "hub.echo"),
                DeletionClass.following("weitergabe-aufgabe", "Aufgabe, einem Empfänger etwas mitzuteilen",
                        Start.PROCESS_END, "mit der Person", "hub.correction_task", "hub.stop_notice"));
    }

    @Override
    public List<HeldData> held(PersonData person) {
        return List.of(new HeldData("Was auf die Weitergabe wartet",
                        count("select count(*) " + OF_ALL_RECIPIENTS.formatted("outbox_item"), person), true,
                        "wird nicht mehr weitergegeben"),
                new HeldData("Versiegelte Lieferungen mit Inhalt", count(SEALED, person), true,
                        "zugestellte: die Kopie des Hubs wird ganz gelöscht; nicht abgeholte werden zurückgeholt und ohne die "
                                + "Person neu ausgelegt; versuchte gehen ohne die Person noch einmal hinaus"),
                new HeldData("Aufgaben, einem Empfänger etwas mitzuteilen",
                        count("select count(*) " + OF_ALL_RECIPIENTS.formatted("correction_task"), person), true,
                        "die Mitteilung der Löschung tritt an ihre Stelle"),
                new HeldData("Wann welches Ereignis nach welcher Regel versiegelt wurde", 0, false,
                        "bleibt als Nummern, die zu niemandem mehr führen: die Summen des Hubs beruhen darauf"));
    }

    private long count(String sql, PersonData person) {
        return jdbc.queryForObject(sql, Long.class, (Object) person.eventIds());
    }

    @Override
    public void erase(PersonData person) {
        Object events = person.eventIds();
        jdbc.update(TAKE_OUT, events);
        for (String table : List.of("correction_task", "shadow_item")) {
            jdbc.update("delete " + OF_ALL_RECIPIENTS.formatted(table), events);
        }
        jdbc.update("delete from hub.echo where event_id = any (?)", events);
        jdbc.update("delete from hub.misdirected where event_id = any (?)", events);
    }

    @Override
    public boolean clean(ErasedPerson person) {
        jdbc.update(ACKNOWLEDGEMENTS, person.instanceNumbers(), person.lastDocument());
        return sealed.take(person.events());
    }
}
