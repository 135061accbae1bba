package de.kimhub.operations.pages;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.testing.StartsHub;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Consents on the page: what is recorded, refused, withdrawn, and what another instance sees of it. */
@StartsHub
class ConsentPageTest {

    @RegisterExtension
    static final SharedHub HUB = new SharedHub();
    private static final String FORM = "/einwilligung/neu";

    private final PagesHub hub = HUB.get();

    @Test
    void a_consent_is_recorded_with_all_that_is_on_the_form_and_withdrawn() {
        Visitor awo = hub.visitor("awo");
        HttpResponse<String> recorded = consent(awo, "AWO-Seite-1", "F-4711");
        assertThat(recorded.body()).contains("ist aufgenommen", "Einwilligung F-4711: gilt", "Kommunales Fallmanagement", "Jobcenter",
                "Vertretung", "entbunden", "KIM-2026-1, Arabisch", "awo.person", "31.12.2099");
        assertThat(recorded.uri().toString()).endsWith("/einwilligung/ergebnis?aufgenommen");
        assertThat(awo.get("/einwilligung/ergebnis").uri().getPath()).as("shown once").isEqualTo("/einwilligung");

        assertThat(awo.post("/einwilligung", "/einwilligung/akte", "aktenzeichen", "AWO-Seite-1").body()).contains("F-4711: gilt");
        assertThat(awo.post("/einwilligung", "/einwilligung/widerruf", "aktenzeichen", "AWO-Seite-1", "nummer", "F-4711", "tag",
                java.time.LocalDate.now().toString()).body()).contains("Der Widerruf ist festgehalten", "F-4711: widerrufen");
    }

    @Test
    void everything_that_is_missing_is_named_at_once_and_what_was_entered_stays() {
        HttpResponse<String> answer = hub.visitor("awo").post(FORM, FORM, "aktenzeichen", "AWO-Seite-2", "unterschrift", "31.12.2099",
                "sprache", "deu", "quellen", "jobcenter");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("href=\"#zwecke\"", "href=\"#empfaenger\"", "href=\"#fassung\"", "href=\"#unterschrift\"",
                "value=\"AWO-Seite-2\"").containsPattern("quellen-jobcenter\"[^>]*checked").doesNotContain("href=\"#quellen\"");
        assertThat(hub.visitor("awo").post(FORM, FORM, "aktenzeichen", "A", "unterschrift", "30.02.2026").body()).contains("HUB-WEB-016");
    }

    @Test
    void one_without_a_number_is_withdrawn_and_no_other_with_it() {
        Visitor awo = hub.visitor("awo");
        consent(awo, "AWO-Seite-5", "F-4715");
        consent(awo, "AWO-Seite-5", "F-4716");
        hub.jdbc().sql("update hub.consent set recipients = array['instance:helfer'] where id = (select max(id) from hub.consent)").update();
        long entry = hub.one("update hub.consent set number = null, consent_digest = null where id = (select max(id) from hub.consent) "
                + "returning id");
        String day = java.time.LocalDate.now().toString();

        assertThat(awo.post("/einwilligung", "/einwilligung/akte", "aktenzeichen", "AWO-Seite-5").body())
                .doesNotContain("instance:")
                .contains("F-4715: gilt", "ohne Nummer: gilt", "name=\"eintrag\" value=\"" + entry + "\"");
        assertThat(awo.post("/einwilligung", "/einwilligung/widerruf", "aktenzeichen", "AWO-Seite-1", "eintrag", "" + entry, "tag", day)
                .body()).as("of another file").contains("HUB-CNS-");
        assertThat(awo.post("/einwilligung", "/einwilligung/widerruf", "aktenzeichen", "AWO-Seite-5", "eintrag", "" + entry, "tag", day)
                .body()).contains("Der Widerruf ist festgehalten", "widerrufen").doesNotContain("F-4715");
        assertThat(awo.post("/einwilligung", "/einwilligung/akte", "aktenzeichen", "AWO-Seite-5").body()).contains("F-4715: gilt");
    }

    @Test
    void another_instance_neither_sees_nor_withdraws_it() {
        consent(hub.visitor("awo"), "AWO-Seite-3", "F-4713");
        Visitor helfer = hub.visitor("helfer");

        assertThat(helfer.post("/einwilligung", "/einwilligung/akte", "aktenzeichen", "AWO-Seite-3").body())
                .contains("In dieser Akte ist keine Einwilligung aufgenommen").doesNotContain("F-4713");
        assertThat(helfer.post("/einwilligung", "/einwilligung/widerruf", "aktenzeichen", "AWO-Seite-3", "nummer", "F-4713", "tag",
                java.time.LocalDate.now().toString()).body()).contains("HUB-CNS-003").doesNotContain("festgehalten");
        assertThat(hub.visitor("awo").post("/einwilligung", "/einwilligung/akte", "aktenzeichen", "AWO-Seite-3").body())
                .contains("F-4713: gilt");
    }

    @Test
    void neither_the_log_nor_the_audit_names_the_file() throws IOException {
        consent(hub.visitor("awo"), "AWO-Seite-4", "F-4714");

        assertThat(Files.readString(hub.folder("data/logs/hub.log"))).doesNotContain("AWO-Seite", "Formularfrau");
        assertThat(hub.jdbc().sql("select subject from hub.audit_entry where actor = 'awo.person' and action = 'consent-given'")
                .query(String.class).list()).isNotEmpty().noneMatch(subject -> subject.contains("AWO-Seite"));
    }

    private static HttpResponse<String> consent(Visitor visitor, String file, String number) {
        return visitor.post(FORM, FORM, "aktenzeichen", file, "nummer", number, "unterschrift", "05.03.2026", "zwecke", "case-management",
                "quellen", "jobcenter", "empfaenger", "wohlfahrtsverband", "empfaenger", "sonstige", "datenarten", "massnahme",
                "bis", "2099-12-31", "fassung", "KIM-2026-1", "sprache", "ara", "vertretung", "true", "schweigepflicht", "true",
                "gezeigtStelle", "jobcenter", "gezeigtStelle", "", "gezeigtStelle", "", "gezeigtNummer", "222A222222",
                "gezeigtNummer", "", "gezeigtNummer", "", "nachname", "Formularfrau", "vorname", "Probe", "geboren", "1988-07-06");
    }
}
