package de.kimhub.sharing;

import de.kimhub.privacy.DeletionClass;
import de.kimhub.privacy.DeletionClass.Start;
import de.kimhub.privacy.HeldData;
import de.kimhub.privacy.PersonData;
import de.kimhub.privacy.PersonalDataHolder;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What rests on consents. A block that stands is kept: whoever comes later must not learn the address. */
@Component
class ConsentErasure implements PersonalDataHolder {

    private static final String STANDING = """
            select count(*) from identity.disclosure_block b join unnest(?::smallint[], ?::bytea[]) as f (instance_no, digest)
                on b.instance_no = f.instance_no and b.case_digest = f.digest""";

    private final JdbcTemplate jdbc;
    private final DisclosureBlocks blocks;

    ConsentErasure(JdbcTemplate jdbc, DisclosureBlocks blocks) {
        this.jdbc = jdbc;
        this.blocks = blocks;
    }

    @Override
    public String dataKind() {
        return "Einwilligung";
    }

    /** They go with the person. */
    @Override
    public int deleteExpired() {
        return 0;
    }

    @Override
    public List<DeletionClass> classes() {
        return List.of(DeletionClass.following("einwilligung", "Einwilligung und was für sie erfragt wurde", Start.RELATION_END,
                "mit den Akten der Person", "hub.consent", "hub.consent_file_number", "hub.status_request",
                "hub.told_while_due", "hub.all_withdrawn", "hub.first_contact"));
    }

    @Override
    public List<HeldData> held(PersonData person) {
        long consents = jdbc.queryForObject("select count(*) from hub.consent where person_id = ?", Long.class,
                person.person());
        long standing = blocks.of(List.of(person.person())).isEmpty() ? 0
                : jdbc.queryForObject(STANDING, Long.class, person.instances(), person.digests());
        return List.of(new HeldData("Einwilligungen", consents, true, "mit allem, was für sie erfragt wurde"),
                new HeldData("Auskunftssperren", standing, false, "bleiben als Prüfzahl, solange sie stehen: sonst ginge die "
                        + "Anschrift bei einer späteren Einwilligung hinaus"));
    }

    @Override
    public void erase(PersonData person) {
        boolean standing = person.person() == PersonData.PART || !blocks.of(List.of(person.person())).isEmpty();
        jdbc.update("delete from hub.consent where person_id = ? or case_id = any (?)", person.person(), person.fileIds());
        jdbc.update("delete from hub.status_request where person_id = ?", person.person());
        jdbc.update("delete from hub.told_while_due where person_id = ?", person.person());
        if (!standing) {
            jdbc.update("delete from identity.disclosure_block b using unnest(?::smallint[], ?::bytea[]) as f (no, digest)"
                    + " where b.instance_no = f.no and b.case_digest = f.digest", person.instances(), person.digests());
        }
    }
}
