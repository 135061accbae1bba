package de.kimhub.processing;

import de.kimhub.keys.KeyVault;
import de.kimhub.message.Field;
import de.kimhub.message.FieldValues;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Date;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads what is held of a person besides events: files, consents, links, copies. In the caller's transaction. */
@Component
class HeldOfPerson {

    private static final String FILES = """
            select s.id, i.id as instance, s.case_number, s.seen_at::date as seen, s.closed_on
              from identity.source_case s join hub.instance i on i.no = s.instance_no
             where s.id = any(?) order by s.id""";
    private static final String VERSIONS = """
            select p.content from identity.persona p where p.case_id = ? and p.retracted_at is null
             order by p.late, p.id desc""";
    private static final String CONSENTS = """
            select c.*, i.id as taken_by from hub.consent c left join identity.source_case s on s.id = c.case_id
              left join hub.instance i on i.no = s.instance_no where c.person_id = ? order by c.id""";
    private static final String LINKS = """
            select e.id, e.at::date as day, e.kind, e.cases,
                   case when e.actor = 'hub' or i.id is not null then e.actor else 'eine befugte Person' end as actor
              from identity.link_event e left join hub.instance i on i.id = e.actor
             where e.cases && ?::bigint[] order by e.id""";
    private static final String DOCUMENTS = """
            select distinct i.id as instance, d.id, d.received_at::date as day
              from hub.source_document d join hub.instance i on i.no = d.instance_no
              join hub.document_chunk k on k.document_id = d.id
             where d.id in (select document_id from hub.event where case_id = any(?)
                            union select document_id from hub.record_state where case_id = any(?)) order by d.id""";
    private static final String REFUSED = """
            select i.id as instance, q.document_id, q.record_no, q.created_at::date as day
              from hub.quarantine q join hub.instance i on i.no = q.instance_no
              join identity.source_case s on s.instance_no = q.instance_no and s.case_digest = q.case_digest
             where s.id = any(?) and q.record is not null order by q.id""";

    private final JdbcTemplate jdbc;
    private final KeyVault keys;

    HeldOfPerson(JdbcTemplate jdbc, KeyVault keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    List<PersonReport.File> files(List<Long> ids) {
        return jdbc.query(FILES, (row, no) -> {
            byte[] number = row.getBytes("case_number");
            return new PersonReport.File(row.getString("instance"), number == null ? null
                    : new String(keys.decrypt(number, "case-number"), StandardCharsets.UTF_8),
                    row.getString("seen"), row.getString("closed_on"), versions(row.getLong("id")));
        }, (Object) array(ids));
    }

    private List<Map<String, List<String>>> versions(long file) {
        return jdbc.query(VERSIONS, (row, no) -> values(FieldValues.decode(
                keys.decrypt(row.getBytes("content"), "persona"))), file).stream().filter(one -> !one.isEmpty()).toList();
    }

    /** By path, in the order of the schema. */
    static Map<String, List<String>> values(FieldValues fields) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        fields.forEach((Field field, List<String> values) -> all.put(field.path(), values));
        return all;
    }

    List<PersonReport.GivenConsent> consents(long person) {
        return jdbc.query(CONSENTS, (row, no) -> new PersonReport.GivenConsent(row.getLong("id"),
                row.getString("taken_by"), list(row.getArray("purposes")), list(row.getArray("sources")),
                list(row.getArray("recipients")), list(row.getArray("data_categories")), day(row.getDate("valid_from")),
                day(row.getDate("valid_until")), row.getString("form_version"), row.getString("form_language"),
                row.getBoolean("representative"), row.getBoolean("secrecy_release"),
                day(row.getDate("withdrawn_on"))), person);
    }

    List<PersonReport.LinkStep> links(List<Long> files) {
        return jdbc.query(LINKS, (row, no) -> new PersonReport.LinkStep(row.getLong("id"), row.getString("day"),
                row.getString("actor"), row.getString("kind"), ((Long[]) row.getArray("cases").getArray()).length),
                (Object) array(files));
    }

    List<PersonReport.Copy> copies(List<Long> files) {
        List<PersonReport.Copy> copies = new ArrayList<>(jdbc.query(DOCUMENTS, (row, no) -> new PersonReport.Copy(
                "Datei der Quelle, verschlüsselt", row.getString("instance"), row.getLong("id"), null,
                row.getString("day")), array(files), array(files)));
        copies.addAll(jdbc.query(REFUSED, (row, no) -> new PersonReport.Copy("zurückgestellter Datensatz, verschlüsselt",
                row.getString("instance"), row.getLong("document_id"), row.getLong("record_no"), row.getString("day")),
                (Object) array(files)));
        return copies;
    }

    private static List<String> list(Array texts) throws SQLException {
        return List.of((String[]) texts.getArray());
    }

    private static String day(Date date) {
        return date == null ? null : date.toLocalDate().toString();
    }

    static long[] array(List<Long> ids) {
        return ids.stream().mapToLong(Long::longValue).toArray();
    }
}
