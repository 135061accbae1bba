package de.kimhub.configuration;

import static de.kimhub.configuration.Shape.code;
import static de.kimhub.configuration.Shape.list;
import static de.kimhub.configuration.Shape.number;
import static de.kimhub.configuration.Shape.pattern;
import static de.kimhub.configuration.Shape.section;
import static de.kimhub.configuration.Shape.text;

import java.util.List;

/** Describes {@code pseudonym-domains.yaml}. */
final class PseudonymFiles {

    private PseudonymFiles() {
    }

    static Shape domains() {
        return section("")
                .required("domains", list("One for each recipient and purpose; [] gives nobody a pseudonym", domain())
                        .mayBeEmpty())
                .optional("officers", list("Who may ask for and approve a re-identification: at least two, of different"
                        + " roles; absent: nobody", section("A person")
                        .required("name", text("As it stands in the audit log"))
                        .required("role", code("Who asks and who approves must have different ones",
                                List.of("datenschutz", "fachdienst", "it", "leitung")))));
    }

    private static Shape domain() {
        return section("Under which pseudonyms one recipient knows people, for one purpose")
                .required("name", pattern("Unique; also the name of the folder of its keys. Stays as it is",
                        "^[a-z0-9]+(-[a-z0-9]+)*$", "lower-case letters, digits and hyphens"))
                .required("prefix", pattern("How its pseudonyms begin. Unique; stays as it is",
                        "^[A-HJKMNP-TV-Z][0-9A-HJKMNP-TV-Z]{2}$",
                        "three capitals or digits, a letter first, without I, L, O and U"))
                .required("recipient", InstallationFiles.party())
                .required("purpose", code("Code of the list zweck", Vocabulary.PURPOSES))
                .required("legalBasis", text("German: on which ground"))
                .required("mode", code("keyed: one-way, nobody turns it back without trying everybody; reversible: who has"
                        + " the key turns it back; temporary: a token that ends", List.of("keyed", "reversible", "temporary")))
                .optional("validity", Vocabulary.period("After how long the key is due to be changed. Not for temporary"))
                .optional("grace", Vocabulary.period("How long pseudonyms of the former key are understood. Default P90D;"
                        + " not for temporary"))
                .optional("retention", Vocabulary.period("How long it is known who has which. Not for temporary"))
                .optional("length", pattern("Characters without prefix, epoch and check characters; keyed only. Default 20",
                        "^(1[6-9]|2[0-6])$", "a whole number from 16 to 26"))
                .optional("lifetime", Vocabulary.duration("How long a token is good; temporary only"))
                .optional("uses", number("How often a token can be redeemed; temporary only. Default 1"));
    }
}
