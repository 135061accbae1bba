package de.kimhub.kit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks at how many samples there are and whether each is whole. */
final class SamplesLint {

    private static final int GOOD = 3;
    private static final int FAILING = 2;
    private static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";

    private final KitFolder folder;

    SamplesLint(KitFolder folder) {
        this.folder = folder;
    }

    List<String> findings() {
        List<String> findings = new ArrayList<>();
        List<Sample> receiving = folder.receiving();
        if (folder.receives()) {
            atLeast(GOOD, receiving.stream().filter(Sample::isGood).count(),
                    "samples of receiving from which everything is taken (input.* and expected.json)", findings);
            atLeast(FAILING, receiving.stream().filter(Sample::mustFail).count(),
                    "samples of receiving that must fail (input.* and expected-problems.json)", findings);
        }
        if (folder.delivers()) {
            atLeast(1, folder.samples().stream().filter(Sample::isDelivery).count(),
                    "samples of delivering (event.json and expected.*)", findings);
        }
        folder.samples().forEach(sample -> whole(sample, findings));
        return findings;
    }

    private void atLeast(int wanted, long there, String what, List<String> findings) {
        if (there < wanted) {
            findings.add(folder.place("samples") + ": Expected at least " + wanted + " " + what + ", found " + there
                    + ". Add folders with synthetic people." + KitProblem.TOO_FEW_SAMPLES);
        }
    }

    private void whole(Sample sample, List<String> findings) {
        if (!sample.name().matches(NAME)) {
            findings.add(sample.place() + ": A sample's name has lower-case letters, digits and single hyphens. Rename"
                    + " the folder." + KitProblem.SAMPLE_NOT_WHOLE);
        }
        boolean receives = sample.input().isPresent();
        if (receives == sample.isDelivery()) {
            findings.add(sample.place() + ": Expected either input.* (receiving) or event.json (delivering). Add or"
                    + " remove one." + KitProblem.SAMPLE_NOT_WHOLE);
            return;
        }
        boolean expects = sample.mustFail() || (receives ? Files.exists(sample.file(Sample.EXPECTED_RECORDS))
                : sample.expectedDelivery().isPresent());
        if (!expects) {
            findings.add(sample.place() + ": It does not say what is expected. Add "
                    + (receives ? "expected.json or expected-problems.json" : "expected.*") + "." + KitProblem.SAMPLE_NOT_WHOLE);
        }
        for (Path file : sample.files()) {
            String name = file.getFileName().toString();
            boolean known = name.equals(Sample.EXPECTED_PROBLEMS) || name.equals("README.md") || (receives
                    ? name.startsWith("input.") || name.equals(Sample.EXPECTED_RECORDS)
                    : name.equals(Sample.EVENTS) || name.startsWith("expected."));
            if (!known) {
                findings.add(sample.placeOf(name) + ": Nothing reads this. Remove or rename it." + KitProblem.SAMPLE_NOT_WHOLE);
            }
        }
    }
}
