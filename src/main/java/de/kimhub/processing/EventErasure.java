package de.kimhub.processing;

import de.kimhub.processing.Distribution.Flow;
import de.kimhub.processing.Distribution.FlowKey;
import de.kimhub.privacy.DeletionClass;
import de.kimhub.privacy.DeletionClass.Start;
import de.kimhub.privacy.HeldData;
import de.kimhub.privacy.PersonData;
import de.kimhub.privacy.PersonalDataHolder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What happened to a person. Of what recipients have to erase the bare number stays until they are told. */
@Component
class EventErasure implements PersonalDataHolder {

    private static final String TAKE_HELD = """
            with gone as (delete from hub.held_event h using unnest(?::smallint[], ?::bytea[]) as f (no, digest)
                           where h.instance_no = f.no and h.case_digest = f.digest returning h.event_id, h.recipients)
            select e.document_id, gone.recipients from gone join hub.event e on e.id = gone.event_id""";
    private static final String TOLD = """
            with told as (
                select n.id, n.event_id, n.stands_for from hub.erasure_notice n
                 where n.number is not null and not exists (select from hub.outbox_item o
                        where o.recipient_no = n.recipient_no and o.event_id = n.event_id)
                   and not exists (select from hub.delivery_batch b where b.recipient_no = n.recipient_no and b.state <> 2
                        and n.event_id = any (b.event_ids))
                   and not exists (select from hub.correction_task t where t.recipient_no = n.recipient_no
                        and t.event_id = n.event_id and t.confirmed_at is null) limit 500),
                 events as (delete from hub.event e using told where e.id = told.event_id)
            update hub.erasure_notice n set number = null from told where n.id = told.id""";
    private static final String BARE = """
            delete from hub.event where id in (
                select e.id from hub.event e join hub.erasure_notice n on n.stands_for = e.id where e.case_id is null
                   and e.payload is null and not exists (select from hub.erasure_notice o join hub.event x on x.id = o.event_id
                        where o.stands_for = e.id) limit 500)""";

    private final JdbcTemplate jdbc;
    private final FlowTable flows;
    private final CurrentRules rules;

    EventErasure(JdbcTemplate jdbc, FlowTable flows, CurrentRules rules) {
        this.jdbc = jdbc;
        this.flows = flows;
        this.rules = rules;
    }

    @Override
    public String dataKind() {
        return "Mitteilung einer Löschung, die angekommen ist";
    }

    @Override
    public int deleteExpired() {
        int all = 0;
        int deleted;
        do {
            deleted = jdbc.update(TOLD);
            all += deleted;
        } while (deleted > 0);
        while (jdbc.update(BARE) > 0) {
            all++;
        }
        return all;
    }

    @Override
    public List<DeletionClass> classes() {
        return List.of(DeletionClass.following("loeschung", "Nachweis einer Löschung: Prüfzahlen, wer und warum, Antworten der "
                        + "Empfänger", Start.PROCESS_END, "bleibt, damit sie nach dem Einspielen einer Sicherung wiederholt wird",
                "hub.erasure", "hub.erasure_notice"));
    }

    @Override
    public List<HeldData> held(PersonData person) {
        long contents = jdbc.queryForObject("select count(*) from hub.event where case_id = any (?) and payload is not null",
                Long.class, (Object) person.fileIds());
        return List.of(new HeldData("Ereignisse", person.events().size(), true, contents + " davon mit Inhalt; Nummern bleiben, "
                + "bis die Empfänger davon wissen, dass sie zu löschen haben"));
    }

    @Override
    public void erase(PersonData person) {
        jdbc.update("delete from hub.shadow_item where recipient_no in (select no from hub.instance) and event_id = any (?)",
                (Object) person.eventIds());
        releaseHeld(person);
    }

    /** After the notices: @param kept the events that they are about. */
    void erase(PersonData person, Set<Long> kept) {
        long[] bare = kept.stream().mapToLong(Long::longValue).toArray();
        jdbc.update("update hub.event set case_id = null, payload = null, withheld = null, replaces = null where id = any (?)",
                (Object) bare);
        jdbc.update("delete from hub.event where case_id = any (?)", (Object) person.fileIds());
    }

    /** What waited for a decision is withheld: the sums stay. */
    private void releaseHeld(PersonData person) {
        Map<FlowKey, Flow> counted = new TreeMap<>();
        List<Integer> all = rules.now().recipients().stream().map(Recipients.Recipient::no).toList();
        jdbc.query(TAKE_HELD, row -> {
            List<Integer> recipients = row.getArray(2) == null ? all : Arrays.stream((Object[]) row.getArray(2).getArray())
                    .map(no -> ((Number) no).intValue()).toList();
            for (int recipient : recipients) {
                Flow flow = counted.computeIfAbsent(new FlowKey(row.getLong(1), recipient), key -> new Flow());
                flow.held--;
                flow.withheld++;
            }
        }, person.instances(), person.digests());
        flows.add(counted);
    }
}
