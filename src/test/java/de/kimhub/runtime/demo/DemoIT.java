package de.kimhub.runtime.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kimhub.runtime.KimHub;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The shipped connectors and configuration, a synthetic year, and what the tools hold at its end. */
class DemoIT {

    @TempDir
    Path folder;

    @Test
    void a_whole_year_adds_up_and_every_tool_holds_what_the_ledger_says() throws IOException {
        Path json = folder.resolve("demo.json");

        Run run = run("--once", "--people", "250", "--json", json.toString(), "--data", folder.resolve("d").toString());

        assertThat(run.exit()).as(run.output()).isZero();
        JsonNode total = new ObjectMapper().readTree(json.toFile()).get("total");
        assertThat(total.get("received").asLong()).isEqualTo(total.get("accepted").asLong()
                + total.get("repeated").asLong() + total.get("quarantined").asLong());
        assertThat(total.get("delivered").asLong()).isGreaterThan(50);
        assertThat(total.get("lost").asLong() + total.get("doubled").asLong() + total.get("reordered").asLong()
                + total.get("unexpected").asLong() + total.get("waiting").asLong()).isZero();
    }

    @Test
    void who_consents_is_told_of_and_who_does_not_is_told_of_to_nobody() {
        Run consenting = run("--story", "mit-einwilligung", "--data", folder.resolve("a").toString());
        assertThat(consenting.exit()).as(consenting.output()).isZero();
        assertThat(consenting.output()).contains("Neu im Verfahren von AWO Bünde unter BUE-9001",
                "Bewerbungswerkstatt Muster", "einbuergerung_beantragt", "Regel jobcenter-massnahmen-an-fallmanagement");

        Run silent = run("--story", "ohne-einwilligung", "--data", folder.resolve("b").toString());
        assertThat(silent.exit()).as(silent.output()).isZero();
        assertThat(silent.output()).contains("keine Einwilligung vorliegt", "Kein Verfahren hat vom Hub etwas bekommen.")
                .doesNotContain("Neu im Verfahren von");
    }

    @Test
    void the_way_from_the_first_registration_to_the_passport_is_told_to_whom_it_may_be() {
        Run run = run("--story", "einbuergerung", "--data", folder.resolve("e").toString());

        assertThat(run.exit()).as(run.output()).isZero();
        assertThat(run.output()).contains("EREIGNIS=termin_angeboten", "AUFENTHALT=Aufenthaltserlaubnis",
                "EREIGNIS=kurs_zugelassen", "EREIGNIS=kurs_abgeschlossen", "EREIGNIS=eingebuergert",
                "Neu im Verfahren von Einbürgerungsbehörde Kreis Herford unter 33.30.9004", "ART=korrektur")
                .doesNotContain("AERL-STAT", "200101009004", "EREIGNIS=person", "unerwartet");
        assertThat(run.output().substring(run.output().indexOf("schließt den Fall"))).doesNotContain("geliefert an");
    }

    @Test
    void who_withdraws_is_told_of_no_more() {
        Run run = run("--story", "widerruf", "--data", folder.resolve("c").toString());

        assertThat(run.exit()).as(run.output()).isZero();
        assertThat(run.output()).contains("EREIGNIS=massnahme_begonnen").doesNotContain("EREIGNIS=massnahme_beendet");
    }

    private static Run run(String... arguments) {
        StringWriter output = new StringWriter();
        CommandLine command = KimHub.commandLine().setOut(new PrintWriter(output)).setErr(new PrintWriter(output));
        String[] all = new String[arguments.length + 1];
        all[0] = "demo";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new Run(command.execute(all), output.toString());
    }

    private record Run(int exit, String output) {
    }
}
