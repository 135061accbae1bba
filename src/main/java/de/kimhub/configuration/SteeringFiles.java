package de.kimhub.configuration;

import static de.kimhub.configuration.Shape.code;
import static de.kimhub.configuration.Shape.list;
import static de.kimhub.configuration.Shape.number;
import static de.kimhub.configuration.Shape.oneOrMore;
import static de.kimhub.configuration.Shape.pattern;
import static de.kimhub.configuration.Shape.section;
import static de.kimhub.configuration.Shape.text;

import de.kimhub.message.Measure;
import java.util.Arrays;
import java.util.List;

/** Describes {@code steering.yaml}, and the rules by which is counted. */
final class SteeringFiles {

    private SteeringFiles() {
    }

    static Shape steering() {
        return section("")
                .required("catalogue", text("Version of the table catalogue of this file, e.g. 2026-1; change it with the tables"))
                .required("kreis", section("Whose figures these are")
                        .required("code", municipality()).required("name", text("German, e.g. Kreis Herford")))
                .optional("firstPeriod", quarter("First quarter that is counted; absent: the one in which the hub began to count"))
                .optional("yearBegins", code("Quarter with which a reporting year begins. Default Q1", List.of("Q1", "Q2", "Q3", "Q4")))
                .optional("threshold", pattern("No number of fewer people is shown: 3 or more. Default 5", "^([3-9]|[1-9][0-9])$",
                        "a whole number from 3 to 99"))
                .optional("cutOffDays", number("Days after the quarter's end on which it is closed. Default 30"))
                .optional("sessions", list("Sessions of the steering group", section("A session")
                        .required("day", day("Its day")).optional("title", text("German. Default Sitzung der Lenkungsgruppe"))))
                .required("municipalities", list("All of the Kreis", section("A municipality")
                        .required("code", municipality()).required("name", text("German"))
                        .optional("takesPart", Shape.yesOrNo("false: it reads \"nimmt nicht teil\". Default true"))))
                .required("organisations", list("Who answers for cases and knows their own numbers", organisation()))
                .optional("tables", list("Which tables are published, and the finest form of each; absent: all", section("A table")
                        .required("id", pattern("Of the catalogue (docs/steering.md)", "^[a-z0-9]+(-[a-z0-9]+)*$", "the id of a table"))
                        .optional("dimensions", list("One of its forms; absent: the finest", text("")))))
                .optional("posts", list("Full-time posts (VZÄ). Cases per post are told from five posts on", section("Posts")
                        .optional("municipality", municipality()).optional("organisation", id())
                        .required("value", decimal("How many are occupied, e.g. 12 or 7.5"))))
                .optional("targets", list("What the group wants to reach", section("A target")
                        .required("table", text("Id of the table")).required("value", decimal("e.g. 42"))
                        .required("unit", text("German, e.g. Tage")).required("label", text("German: what it says"))));
    }

    private static Shape organisation() {
        return section("An organisation")
                .required("id", id()).required("name", text("German, e.g. AWO Kreisverband"))
                .required("instances", oneOrMore("Ids of its instances", id()))
                .optional("deliversEvery", Vocabulary.period("How often something of it is to come; absent: at no set time"));
    }

    static Shape factRule() {
        return section("Whose events are counted as what, and on which ground")
                .required("id", id())
                .required("from", oneOrMore("Kind of body (code list stelle) or instance:<id>", InstallationFiles.party()))
                .required("events", list("Event types that tell of it", Vocabulary.eventType("")))
                .required("measure", code("What is counted", Arrays.stream(Measure.values()).map(Measure::code).toList()))
                .required("purpose", code("Facts are for nothing else", List.of("statistics")))
                .required("legalBasis", text("German: on which ground"))
                .required("consent", code("Whether it needs the person's consent", List.of("required", "not-needed")))
                .optional("approval", section("Of the supreme authority (§ 75 SGB X): needed for jobcenter and agentur-fuer-arbeit")
                        .required("reference", text("Its file number")).required("date", day("Its day")));
    }

    private static Shape id() {
        return pattern("", "^[a-z0-9]+(-[a-z0-9]+)*$", "lower-case letters, digits and hyphens");
    }

    private static Shape municipality() {
        return pattern("Amtlicher Gemeindeschlüssel, in quotes", "^[0-9]{5}([0-9]{3})?$", "the eight digits of the municipality or the"
                + " five of the Kreis, in quotes");
    }

    private static Shape quarter(String description) {
        return pattern(description, "^[0-9]{4}-Q[1-4]$", "a quarter such as 2026-Q3");
    }

    private static Shape day(String description) {
        return pattern(description, "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "a day such as 2026-11-01");
    }

    private static Shape decimal(String description) {
        return Shape.decimal(description);
    }
}
