package de.kimhub.runtime.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kimhub.runtime.KimHub;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Two places, two themes, one of which has a slash in its name, and two bodies. */
class SteeringTablesCommandTest {

    private static final String BASE = """
            group,members,value
            0,Nordort/Schule/Kita/Kommune,2
            1,Nordort/Wohnen/Kommune,9
            2,Südort/Schule/Kita/Kommune,8
            3,Südort/Wohnen/Verband,7
            """;
    private static final String CELLS = """
            id,place,theme,org,value,primary,hidden,lo_protected,base_groups
            a,Nordort,Schule/Kita,*,2,1,1,0.0,0
            b,Nordort,Wohnen,*,9,0,%d,,1
            c,Südort,Schule/Kita,*,8,0,0,,2
            d,Südort,Wohnen,*,7,0,0,,3
            n,Nordort,*,*,11,0,0,,0 1
            s,Südort,*,*,15,0,0,,2 3
            t,*,Schule/Kita,*,10,0,0,,0 2
            w,*,Wohnen,*,16,0,0,,1 3
            k,*,*,Kommune,19,0,0,,0 1 2
            v,*,*,Verband,7,0,0,,3
            """;

    @TempDir
    Path temp;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        Files.writeString(temp.resolve("base.csv"), BASE);
        Files.writeString(temp.resolve("cells.csv"), CELLS.formatted(1));
    }

    @Test
    void tables_that_give_a_cell_away_fail_the_audit_and_pass_once_protected() throws IOException {
        Path json = temp.resolve("audit.json");
        assertThat(hub("audit", "cells.csv", "--insider", "org=Verband", "--json", json.toString())).as(err.toString())
                .isEqualTo(ExitCodes.FINDINGS);
        assertThat(out.toString()).contains("Angreifer: Außenstehende, org=Verband", "cell a: GIVEN_AWAY [HUB-SDC-011]",
                "cell a, as known to org=Verband: GIVEN_AWAY", "Nicht bestanden");
        JsonNode audit = new ObjectMapper().readTree(json.toFile());
        assertThat(audit.path("passed").asBoolean()).isFalse();
        assertThat(audit.path("intervals").get(0).path("low").asDouble()).isEqualTo(2);

        assertThat(hub("protect", "cells.csv", "--insider", "org=Verband", "--out", temp.resolve("out.csv").toString()))
                .as(err.toString()).isEqualTo(ExitCodes.WELL);
        assertThat(Files.readAllLines(temp.resolve("out.csv"))).startsWith("id,place,theme,org,value,primary,base_groups,hidden",
                "a,Nordort,Schule/Kita,*,2,1,0,1");
        assertThat(hub("audit", "out.csv", "--insider", "org=Verband")).as(out.toString()).isEqualTo(ExitCodes.WELL);
        assertThat(out.toString()).contains("Bestanden");
    }

    @Test
    void what_an_earlier_release_shows_cannot_be_hidden_and_then_nothing_is_written() throws IOException {
        Files.writeString(temp.resolve("cells.csv"), """
                id,value,hidden,released,base_groups
                new,2,0,0,0
                old,9,0,1,1
                both,11,0,1,0 1
                """);
        assertThat(hub("protect", "cells.csv", "--out", temp.resolve("out.csv").toString())).isEqualTo(ExitCodes.FINDINGS);
        assertThat(out.toString()).contains("cell new: NO_WITNESS [HUB-SDC-004]", "Nichts geschrieben");
        assertThat(temp.resolve("out.csv")).doesNotExist();
    }

    @Test
    void all_that_is_wrong_with_the_tables_is_said_at_once_with_line_and_code_and_no_value() throws IOException {
        Files.writeString(temp.resolve("base.csv"), """
                group,members,value
                0,Nordort/Geheimthema,drei
                0,Nordort/Geheimthema,4
                """);
        Files.writeString(temp.resolve("cells.csv"), """
                id,value,hidden
                a,5,ja
                a,9876543
                """);
        assertThat(hub("audit", "cells.csv")).isEqualTo(ExitCodes.FAILURE);
        assertThat(err.toString()).contains("base.csv:2", "HUB-SDC-022", "base.csv:3", "HUB-SDC-024", "cells.csv:1", "HUB-SDC-021",
                "cells.csv:2", "HUB-SDC-023", "cells.csv:3", "HUB-SDC-026").doesNotContain("drei", "Geheimthema", "9876543", "\tat ");
    }

    @Test
    void wrong_sums_unknown_groups_and_unknown_insiders_are_named() throws IOException {
        assertThat(hub("audit", "cells.csv", "--insider", "org=Niemand", "--insider", "farbe=rot")).isEqualTo(ExitCodes.FAILURE);
        assertThat(err.toString()).contains("HUB-SDC-027");
        Files.writeString(temp.resolve("cells.csv"), "id,value,hidden,base_groups\na,3,1,0 7\nb,12,0,1\n");
        assertThat(hub("audit", "cells.csv")).isEqualTo(ExitCodes.FAILURE);
        assertThat(err.toString()).contains("cells.csv:2", "HUB-SDC-025", "cells.csv:3", "HUB-SDC-009");
        assertThat(hub("audit", "fehlt.csv")).isEqualTo(ExitCodes.FAILURE);
        assertThat(err.toString()).contains("fehlt.csv", "HUB-SDC-020").doesNotContain("\tat ");
        assertThat(hub("audit", "cells.csv", "--threshold", "2")).isEqualTo(ExitCodes.FAILURE);
    }

    private int hub(String what, String cells, String... more) {
        List<String> arguments = new ArrayList<>(List.of("steering", what, "--base", temp.resolve("base.csv").toString(), "--cells",
                temp.resolve(cells).toString()));
        arguments.addAll(List.of(more));
        CommandLine hub = KimHub.commandLine();
        hub.setOut(new PrintWriter(out, true));
        hub.setErr(new PrintWriter(err, true));
        return hub.execute(arguments.toArray(String[]::new));
    }
}
