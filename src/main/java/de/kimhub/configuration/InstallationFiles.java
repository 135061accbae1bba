package de.kimhub.configuration;

import static de.kimhub.configuration.Shape.anyText;
import static de.kimhub.configuration.Shape.code;
import static de.kimhub.configuration.Shape.list;
import static de.kimhub.configuration.Shape.number;
import static de.kimhub.configuration.Shape.oneOrMore;
import static de.kimhub.configuration.Shape.pattern;
import static de.kimhub.configuration.Shape.section;
import static de.kimhub.configuration.Shape.text;

import java.util.List;

/** Describes the files of an installation. */
final class InstallationFiles {

    private InstallationFiles() {
    }

    static Shape hub() {
        return section("")
                .required("data", text("Folder of the embedded parts and the keys, relative to this file's folder"))
                .optional("database", section("External PostgreSQL; absent: embedded")
                        .required("url", pattern("JDBC URL", "^jdbc:postgresql:.+$",
                                "a JDBC URL such as jdbc:postgresql://host/database"))
                        .required("user", text("Login role"))
                        .optional("password", Vocabulary.secret("Reference to the password"))
                        .optional("steering", section("Login of the steering group's pages and feeds, a member of kimhub_steering; "
                                + "absent: the hub's own user takes on that role")
                                .required("user", text("Login role"))
                                .required("password", Vocabulary.secret("Reference to the password"))))
                .optional("broker", text("URL of an external Artemis, e.g. tcp://host:61616; absent: embedded"))
                .optional("keys", section("Where the key comes from that wraps all others; absent: wrapping-key.json in the"
                        + " folder of the keys")
                        .required("wrappingKey", Vocabulary.secret("Reference to the content of a wrapping-key.json on one"
                                + " line")))
                .optional("work", section("How much at once on this node")
                        .optional("workers", number("Documents at once. Default 2"))
                        .optional("deliveryWorkers", number("Lanes at once. Default 4"))
                        .optional("batchSize", number("Records in one database transaction. Default 500"))
                        .optional("slice", Vocabulary.duration("How long one document is worked on before others have"
                                + " their turn. Default PT2S"))
                        .optional("sweep", Vocabulary.duration("How often unfinished work is woken. Default PT5S")))
                .optional("web", web())
                .optional("clearing", clearing())
                .optional("review", review())
                .optional("retention", section("How long things stay")
                        .optional("notEnrolled", Vocabulary.period("Records of people not enrolled. Default P7D"))
                        .optional("transportCopy", Vocabulary.period("Documents and sealed bytes. Default P30D"))
                        .optional("quarantine", Vocabulary.period("Refused records. Default P90D"))
                        .optional("hold", Vocabulary.duration("How long later records of a case wait for a refused one."
                                + " Default PT72H"))
                        .optional("audit", Vocabulary.period("Entries of the audit log. Default P6M"))
                        .optional("ended", Vocabulary.period("People whose part is over: no consent in force, and nothing"
                                + " told of them since. Default P12M")));
    }

    private static Shape web() {
        return section("Pages for people whose tool has no interface; absent: no server is started")
                .required("port", pattern("Where it listens, e.g. 8080", "^[0-9]{1,5}$", "a port such as 8080"))
                .optional("address", pattern("Of this machine; another than 127.0.0.1 only behind TLS. Default 127.0.0.1",
                        "^[0-9A-Za-z.:-]+$", "an address of this machine, e.g. 127.0.0.1"))
                .optional("uploadMegabytes", number("Largest file that may be handed in. Default 50"))
                .optional("contact", text("German: whom to ask for an account or a forgotten password, as the sign-in page"
                        + " says it"));
    }

    private static Shape clearing() {
        return section("The hub as a clearing point: author of XInneres messages, for sources that read such")
                .required("name", text("Name of the body, e.g. Kreis Herford, KIM-Hub"))
                .required("identifier", pattern("Its identifier, e.g. kim:05758 or one of the DVDV",
                        "^[a-z]{3}:[A-Za-z0-9._-]+$", "a prefix of three letters, a colon and the identifier"))
                .required("street", pattern("At most 55 letters", "^.{1,55}$", "at most 55 letters"))
                .required("houseNumber", text("With its letter"))
                .required("postalCode", pattern("In quotes", "^[0-9]{5}$", "five digits in quotes"))
                .required("town", pattern("At most 40 letters", "^.{1,40}$", "at most 40 letters"))
                .required("email", text("Where it is reached"))
                .required("telephone", text("In quotes"));
    }

    private static Shape review() {
        return section("Who sees and decides possible matches (hub review); absent: nobody")
                .required("reviewers", list("At least two, so that there can be a second opinion", section("A person")
                        .required("name", text("As it stands beside decisions and in the audit log"))
                        .required("body", Vocabulary.body("Whose staff; not auslaenderbehoerde, not jobcenter"))
                        .required("boundToSecrecy", pattern("Day of the written commitment to secrecy",
                                "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "a day such as 2026-11-01"))))
                .optional("secondOpinion", number("Of so many pairs one, by chance, is decided by two who do not know of"
                        + " each other. Default 10"))
                .optional("thirdOpinion", Vocabulary.period("How long a third opinion is waited for where two differ, before"
                        + " all are asked once more. Default P7D"));
    }

    static Shape instance() {
        return section("")
                .required("title", text("German, for people, e.g. AWO Bünde"))
                .required("connector", pattern("Name of the folder in connectors/", "^[a-z0-9]+(-[a-z0-9]+)*$",
                        "the name of a connector folder"))
                .required("municipality", pattern("Amtlicher Gemeindeschlüssel, in quotes",
                        "^[0-9]{5}([0-9]{3})?$", "the eight digits of the municipality or the five of the Kreis,"
                                + " in quotes, e.g. \"05758004\""))
                .optional("authority", Vocabulary.body("Kind of body; default the connector's"))
                .optional("contact", text("Who is to be told: unit, telephone"))
                .optional("receive", endpoint("Where the hub takes from the tool"))
                .optional("deliver", endpoint("Where the hub gives to the tool"))
                .optional("acknowledgements", endpoint("Where the acknowledgements go"))
                .optional("enrolment", endpoint("Where the list goes that names those of its own files of whom something is"
                        + " wanted"))
                .optional("mode", code("test: marked test data only, from and to others in test. shadow: real data, everything"
                        + " but sending. live. Default test; the other two need 'release'", List.of("test", "shadow", "live")))
                .optional("release", release())
                .optional("from", pattern("What happened before this day is told to nobody, e.g. 2026-11-01",
                        "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "a day such as 2026-11-01"))
                .optional("lanes", pattern("In how many lanes cases are delivered", "^([1-9]|[12][0-9]|3[0-2])$",
                        "a whole number from 1 to 32"))
                .optional("batchSize", number("Events in one sealed batch at the most. Default 500"));
    }

    private static Shape release() {
        return section("Who answers for it, and since when real data may go through it; all but officer are needed for shadow"
                + " and live")
                .optional("controller", text("German: the controller with address, Art. 4 Nr. 7 DSGVO"))
                .optional("contract", text("Reference of the processing contract with the hub's operator, Art. 28 DSGVO"))
                .optional("contractDate", day("Day of that contract"))
                .optional("officer", text("German: the controller's data protection officer, with contact"))
                .optional("date", day("Day on which the data protection officer released it"));
    }

    private static Shape day(String description) {
        return pattern(description, "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "a day such as 2026-11-01");
    }

    static Shape sharing() {
        return section("").required("rules", list("What is not allowed here is withheld; [] allows nothing", rule()).mayBeEmpty())
                .optional("facts", list("What is counted for the steering group; without a rule nothing is", SteeringFiles.factRule())
                        .mayBeEmpty());
    }

    private static Shape endpoint(String description) {
        return section(description)
                .required("transport", pattern("file, jdbc, ... : kamelet <transport>-receive or -deliver",
                        "^[a-z0-9]+(-[a-z0-9]+)*$", "the name of a transport, e.g. file or jdbc"))
                .others(anyText("Parameter of the transport"));
    }

    private static Shape rule() {
        return section("Sender, recipient, what, and on which ground")
                .required("id", pattern("Unique; stands beside every delivery", "^[a-z0-9]+(-[a-z0-9]+)*$",
                        "lower-case letters, digits and hyphens"))
                .required("from", oneOrMore("Kind of body (code list stelle) or instance:<id>", party()))
                .required("to", oneOrMore("Kind of body (code list stelle) or instance:<id>", party()))
                .required("events", list("Event types", Vocabulary.eventType("")))
                .required("fields", list("Canonical paths; prefix.* stands for all below", pattern("",
                        "^[a-z][A-Za-z]*(\\.[A-Za-z]+)*(\\.\\*)?$", "a canonical path, or one ending in .*")))
                .required("purpose", text("Code of the list zweck, e.g. case-management"))
                .required("legalBasis", text("German: on which ground"))
                .required("consent", code("Whether it needs the person's consent", List.of("required", "not-needed")))
                .optional("secrecyRelease", code("Whether it needs release from § 203 StGB. Default not-needed",
                        List.of("required", "not-needed")))
                .optional("unknownPerson", code("What happens when the recipient does not know the person; first-contact:"
                        + " it learns once who would like to be met, by a consent, or what the law gives. Default withhold", List.of("withhold", "first-contact")))
                .required("retention", Vocabulary.period("How long the recipient may keep it, e.g. P1Y"));
    }

    static Shape party() {
        return pattern("", "^(" + String.join("|", Vocabulary.BODIES) + "|instance:[a-z0-9]+(-[a-z0-9]+)*)$",
                "a kind of body (" + String.join(", ", Vocabulary.BODIES) + ") or instance:<id>");
    }
}
