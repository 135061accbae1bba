package de.kimhub.runtime.demo.kreis;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.runtime.demo.kreis.Happening.Detail;
import de.kimhub.runtime.demo.kreis.Ledger.Held;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who must be told what by the shipped rules, one person at a time. */
class ExpectationsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Resident WHO = new Resident(7, "Musterfrau", "Beispiela", LocalDate.of(1990, 6, 5), false, "w",
            Nationality.SYRIA, Municipality.BUENDE, "32257", "Musterweg", "1");

    private final Ledger ledger = new Ledger();
    private final Expectations expectations = new Expectations(ledger, Rules.read(Path.of("config/demo/sharing.yaml"),
            Map.of(Office.AWO_BUENDE, Path.of("connectors/wohlfahrt-csv/deliver.yaml"),
                    Office.REFUGEE_AID, Path.of("connectors/meldungsblatt/deliver.yaml"))));
    private long number;

    @Test
    void aCorrectionIsNewsToWhomTheWrongVersionNeverCame() {
        Happening admitted = happens(Office.BAMF, Kind.COURSE_ADMITTED, Map.of());
        consent("BAMF", "wohlfahrtsverband");
        expectations.take(corrected(admitted));

        assertThat(awo("admission", "course.admitted event 2026-03-02")).isEqualTo(Tally.NONE);
    }

    @Test
    void whoHasTheWrongVersionGetsACorrection() {
        consent("BAMF", "wohlfahrtsverband");
        Happening admitted = happens(Office.BAMF, Kind.COURSE_ADMITTED, Map.of());
        expectations.take(corrected(admitted));

        assertThat(awo("admission", "course.admitted event 2026-03-02", "course.admitted correction 2026-03-02"))
                .isEqualTo(Tally.NONE);
    }

    @Test
    void aSecondAnswerToAnApplicationCorrectsNothing() {
        consent("ABH", "wohlfahrtsverband");
        Happening status = happens(Office.ABH, Kind.RESIDENCE_STATUS, Map.of(Detail.STATUS, "01"));
        expectations.take(corrected(status));

        assertThat(awo("residence", "residence.status-reported event 2026-03-02",
                "residence.status-reported event 2026-03-02")).isEqualTo(Tally.NONE);
    }

    @Test
    void aMessageSentAgainIsTheStatusOfTodayOnce() {
        Happening status = happens(Office.ABH, Kind.RESIDENCE_STATUS, Map.of(Detail.STATUS, "01"));
        consent("ABH", "wohlfahrtsverband");
        expectations.take(again(status));
        expectations.take(again(status));

        assertThat(awo("residence", "residence.status-reported event 2026-03-02")).isEqualTo(Tally.NONE);
    }

    @Test
    void whoGivesNothingIsToldOfWhomItsNumberWasShown() {
        consent("ABH,REFUGEE_AID", "wohlfahrtsverband,sonstige");
        happens(Office.ABH, Kind.RESIDENCE_APPOINTMENT, Map.of());
        happens(Office.ABH, Kind.RESIDENCE_STATUS, Map.of());

        assertThat(ledger.expected(Office.REFUGEE_AID.instance())).isEqualTo(1);
        assertThat(ledger.expected(Office.AWO_BUENDE.instance())).isEqualTo(2);
    }

    private void consent(String shown, String recipients) {
        happens(Office.AWO_BUENDE, Kind.CASE_OPENED, Map.of());
        happens(Office.AWO_BUENDE, Kind.CONSENT, Map.of(Detail.SOURCES, "auslaenderbehoerde,bamf",
                Detail.RECIPIENTS, recipients, Detail.RELEASE, "ja", Detail.NAMED_AT, shown));
    }

    private Happening happens(Office at, Kind kind, Map<Detail, String> details) {
        Happening happening = new Happening(++number, at, kind, WHO, DAY, details);
        expectations.take(happening);
        return happening;
    }

    private static Happening corrected(Happening wrong) {
        return wrong.as(Kind.CORRECTED, Messages.version(wrong, wrong.details(), 1));
    }

    private static Happening again(Happening said) {
        return said.as(Kind.REPEATED, Messages.version(said, said.details(), 0));
    }

    private Tally awo(String about, String... tokens) {
        String line = Office.AWO_BUENDE.fileNumber(WHO) + "/" + about;
        return ledger.compare(Office.AWO_BUENDE.instance(), List.of(tokens).stream().map(token -> new Held(line, token))
                .toList());
    }
}
