package de.kimhub.kit;

import java.util.List;
import java.util.stream.Stream;

/** Level 0: the folder agrees with itself. What is declared is used, and what is used is declared. */
final class LintCheck {

    private LintCheck() {
    }

    static List<CheckResult> run(KitFolder folder) {
        FilesLint files = new FilesLint(folder);
        Stream<CheckResult> always = Stream.of(
                folder.result(Level.LINT, "there is a README.md that says what appears where", files.readme()),
                folder.result(Level.LINT, "everything that a draft left to people is decided",
                        new DecisionsLint(folder).findings()),
                folder.result(Level.LINT, "the folder holds data only, in known places", files.known()),
                folder.result(Level.LINT, "no host, path or secret stands in it", files.placesAndSecrets()),
                folder.result(Level.LINT, "editors find the schema of each YAML file", files.schemaLines()),
                folder.result(Level.LINT, "there are enough samples, good ones and failing ones",
                        new SamplesLint(folder).findings()),
                folder.result(Level.LINT, "capabilities are those that the mapping has",
                        new CapabilitiesLint(folder).findings()));
        Stream<CheckResult> receiving = folder.receives() ? Stream.of(
                folder.result(Level.LINT, "the columns that are read are those that the samples have",
                        new ColumnsLint(folder).findings()),
                folder.result(Level.LINT, "every event that the mapping makes is made by a sample",
                        new EventsLint(folder).findings())) : Stream.of();
        return Stream.concat(always, receiving).toList();
    }
}
