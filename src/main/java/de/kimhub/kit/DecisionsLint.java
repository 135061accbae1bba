package de.kimhub.kit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for what a draft has left to people. */
final class DecisionsLint {

    private static final Pattern MARK = Pattern.compile("ENTSCHEIDEN\\b:?(.*?)(-->)?$");
    private static final int LONGEST = 160;

    private final KitFolder folder;

    DecisionsLint(KitFolder folder) {
        this.folder = folder;
    }

    List<String> findings() {
        List<String> findings = new ArrayList<>();
        List<String> files = new ArrayList<>(List.of("connector.yaml", "receive.yaml", "deliver.yaml"));
        Path lists = folder.folder().resolve("codelists");
        if (Files.isDirectory(lists)) {
            try (Stream<Path> all = Files.list(lists)) {
                all.sorted().forEach(list -> files.add("codelists/" + list.getFileName()));
            } catch (java.io.IOException failure) {
                throw new java.io.UncheckedIOException("The code lists cannot be listed", failure);
            }
        }
        files.add("README.md");
        files.stream().filter(file -> Files.isRegularFile(folder.folder().resolve(file)))
                .forEach(file -> findings(file, findings));
        return findings;
    }

    private void findings(String file, List<String> findings) {
        String[] lines = new String(Sample.bytes(folder.folder().resolve(file)), StandardCharsets.UTF_8).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher mark = MARK.matcher(lines[i].strip());
            if (mark.find()) {
                String text = mark.group(1).strip();
                findings.add(folder.place(file) + ":" + (i + 1) + ": Something is left to be decided: "
                        + text.substring(0, Math.min(text.length(), LONGEST)) + " Decide it, then remove the mark."
                        + KitProblem.UNDECIDED);
            }
        }
    }
}
