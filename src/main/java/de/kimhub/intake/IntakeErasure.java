package de.kimhub.intake;

import de.kimhub.keys.KeyVault;
import de.kimhub.privacy.ErasedPerson;
import de.kimhub.privacy.HeldData;
import de.kimhub.privacy.PersonData;
import de.kimhub.privacy.PersonalDataHolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Raw records of a person. A document's copy holds many people, compressed and encrypted as a whole, and is needed for
 * nothing once it is worked off but for refused records that were too long to be copied: those are copied first, then it
 * goes whole. Also copies in which the person may not be: which records an unchanged export repeats is not kept.
 */
@Component
class IntakeErasure implements PersonalDataHolder {

    private static final int AT_ONCE = 100;
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"), StandardCharsets.UTF_16LE);
    private static final String OF_FILES = """
            from hub.quarantine q join unnest(?::smallint[], ?::bytea[]) as f (instance_no, case_digest)
              on q.instance_no = f.instance_no and q.case_digest = f.case_digest""";
    private static final String UNREADABLE = """
            select id, record from hub.quarantine where case_digest is null and record is not null""";
    private static final String CLOSE = """
            update hub.quarantine set state = case when state = 0 then 2 else state end, record = null, case_digest = null,
                   closed_at = coalesce(closed_at, now()) where id = any (?)""";
    private static final String COPIES = """
            from hub.source_document d where d.instance_no = any (?) and d.id <= ? and d.state <> 0
               and (d.name is not null or d.header is not null
                    or exists (select from hub.document_chunk c where c.document_id = d.id))""";
    private static final String LONG_RECORDS = """
            select id, byte_offset, byte_length from hub.quarantine
             where document_id = ? and state = 0 and record is null""";

    private final JdbcTemplate jdbc;
    private final KeyVault keys;
    private final DocumentStore store;

    IntakeErasure(JdbcTemplate jdbc, KeyVault keys, DocumentStore store) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.store = store;
    }

    @Override
    public String dataKind() {
        return "Datensatz einer Quelle";
    }

    /** {@link DocumentRetention} does. */
    @Override
    public int deleteExpired() {
        return 0;
    }

    @Override
    public List<HeldData> held(PersonData person) {
        long copies = jdbc.queryForObject("select count(*) " + COPIES, Long.class, person.instances(), Long.MAX_VALUE);
        long states = jdbc.queryForObject("select count(*) from hub.record_state where case_id = any (?)", Long.class,
                (Object) person.fileIds());
        return List.of(new HeldData("Zurückgestellte Datensätze", refused(person).size(), true,
                        "auch solche, deren Akte nicht zu lesen ist und in denen Aktenzeichen oder Name stehen"),
                new HeldData("Kopien von Dateien der Quellen, die eine Akte führen", copies, true,
                        "ganz, auch die Datensätze anderer Personen darin: gebraucht werden sie nicht mehr"),
                new HeldData("Prüfzahlen von Datensätzen", states, false,
                        "bleiben ohne Verbindung zu einer Akte: sonst nähme der Hub dieselben Datensätze der nächsten Datei "
                                + "als Neuigkeit wieder auf"));
    }

    @Override
    public void erase(PersonData person) {
        jdbc.update(CLOSE, (Object) refused(person).stream().mapToLong(Long::longValue).toArray());
        jdbc.update("update hub.record_state set case_id = null, persona = null where case_id = any (?)",
                (Object) person.fileIds());
    }

    private List<Long> refused(PersonData person) {
        List<Long> refused = new ArrayList<>(jdbc.queryForList("select q.id " + OF_FILES, Long.class, person.instances(),
                person.digests()));
        jdbc.query(UNREADABLE, row -> {
            if (isTheirs(keys.decrypt(row.getBytes(2), "quarantine"), person.words())) {
                refused.add(row.getLong(1));
            }
        });
        return refused;
    }

    private static boolean isTheirs(byte[] record, Set<Set<String>> words) {
        return CHARSETS.stream().map(charset -> new String(record, charset).toLowerCase(Locale.ROOT))
                .anyMatch(text -> words.stream().anyMatch(all -> all.stream()
                        .allMatch(word -> text.contains(word.toLowerCase(Locale.ROOT)))));
    }

    /** Documents that are being worked on are looked after when they are done. */
    @Override
    public boolean clean(ErasedPerson person) {
        List<Long> documents;
        do {
            documents = jdbc.queryForList("select d.id " + COPIES + " order by d.id limit " + AT_ONCE, Long.class,
                    person.instanceNumbers(), person.lastDocument());
            documents.forEach(this::forget);
        } while (documents.size() == AT_ONCE);
        return Boolean.FALSE.equals(jdbc.queryForObject("select exists (select from hub.source_document where "
                + "instance_no = any (?) and id <= ? and state = 0)", Boolean.class, person.instanceNumbers(),
                person.lastDocument()));
    }

    /** The header stays while records of the document may be replayed: without it they cannot be read. */
    private void forget(long document) {
        jdbc.query(LONG_RECORDS, row -> {
            jdbc.update("update hub.quarantine set record = ? where id = ? and state = 0",
                    keys.encrypt(read(document, row.getLong(2), row.getInt(3)), "quarantine"), row.getLong(1));
        }, document);
        jdbc.update("delete from hub.document_chunk where document_id = ?", document);
        jdbc.update("""
                update hub.source_document d set name = null, header = case when exists (
                    select from hub.quarantine q where q.document_id = d.id and q.state = 0) then header end
                 where id = ?""", document);
    }

    private byte[] read(long document, long offset, int length) {
        try {
            return store.read(document, offset, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
