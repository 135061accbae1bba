package de.kimhub.linkage.register;

import de.kimhub.privacy.DeletionClass;
import de.kimhub.privacy.DeletionClass.Start;
import de.kimhub.privacy.HeldData;
import de.kimhub.privacy.PersonData;
import de.kimhub.privacy.PersonalDataHolder;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who a person is: files, names in every version, blocking keys, pairs, reviews, and how files came together. */
@Component
class RegisterErasure implements PersonalDataHolder {

    private static final String REVIEWS = """
            select count(*) from identity.review where left_case = any (?) or right_case = any (?)""";

    private final JdbcTemplate jdbc;

    RegisterErasure(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String dataKind() {
        return "Akte";
    }

    /** Files of who takes no part, and of whose part is over, are deleted by who knows consents and events. */
    @Override
    public int deleteExpired() {
        return 0;
    }

    @Override
    public List<DeletionClass> classes() {
        return List.of(DeletionClass.following("verbindung", "Wie Akten zusammengehören: Suchschlüssel, Paare, Prüfungen, "
                        + "Entscheidungen", Start.RELATION_END, "mit der Akte", "identity.persona", "identity.blocking_key",
                        "identity.pair", "identity.pair_decision", "identity.review", "identity.review_vote",
                        "identity.kept_apart", "hub.doubted_case", "hub.shadow_join", "hub.frozen_case"),
                DeletionClass.following("verlauf", "Verlauf der Verbindungen, nur Nummern; Erklärungen verschlüsselt",
                        Start.RELATION_END, "Erklärungen mit der Akte, die Nummern führen danach zu niemandem",
                        "identity.link_event"));
    }

    @Override
    public List<HeldData> held(PersonData person) {
        long versions = jdbc.queryForObject("select count(*) from identity.persona where case_id = any (?)", Long.class,
                (Object) person.fileIds());
        long keys = jdbc.queryForObject("select count(*) from identity.blocking_key where case_id = any (?)", Long.class,
                (Object) person.fileIds());
        long reviews = jdbc.queryForObject(REVIEWS, Long.class, person.fileIds(), person.fileIds());
        return List.of(new HeldData("Akten", person.files().size(), true, "mit Aktenzeichen"),
                new HeldData("Fassungen der Angaben zur Person", versions, true, ""),
                new HeldData("Suchschlüssel", keys, true, ""),
                new HeldData("Prüfungen, ob Akten zusammengehören", reviews, true, "mit den Entscheidungen; wer entschied, "
                        + "bleibt im Protokoll"));
    }

    @Override
    public boolean identifies() {
        return true;
    }

    @Override
    public void erase(PersonData person) {
        jdbc.query("select set_config('kimhub.erasure', 'on', true)", row -> { });
        jdbc.update("update identity.link_event set explanation = null where cases && ?::bigint[] or beside && ?::bigint[]",
                person.fileIds(), person.fileIds());
        jdbc.query("select set_config('kimhub.erasure', 'off', true)", row -> { });
        jdbc.update("delete from identity.source_case where id = any (?)", (Object) person.fileIds());
        jdbc.update("delete from identity.person p where id = ? and not exists "
                + "(select from identity.source_case s where s.person_id = p.id)", person.person());
    }
}
