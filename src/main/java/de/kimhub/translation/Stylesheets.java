package de.kimhub.translation;

import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The stylesheets of a connector, {@code transform/*.xsl}. Files are read when a format names them. */
public final class Stylesheets {

    public static final Stylesheets NONE = new Stylesheets(null);
    static final String FOLDER = "transform";

    private final Path folder;

    private Stylesheets(Path folder) {
        this.folder = folder;
    }

    /** @param connector the connector's folder; its {@code transform} need not exist */
    public static Stylesheets of(Path connector) {
        Path folder = connector.resolve(FOLDER);
        return Files.isDirectory(folder) ? new Stylesheets(folder) : NONE;
    }

    /** Empty when it is not there or cannot be compiled; then a problem was added. */
    Optional<SandboxedXslt> compile(String file, Place named, List<Problem> problems) {
        Set<String> names = names();
        if (!names.contains(file)) {
            problems.add(new Problem(TranslationProblem.CFG_XSLT, named, "There is no stylesheet '" + file
                    + "'. Put it into " + FOLDER + "/, which has " + names + "."));
            return Optional.empty();
        }
        String place = FOLDER + "/" + file;
        try {
            return SandboxedXslt.compile(Files.readAllBytes(folder.resolve(file)), place, problems);
        } catch (IOException unreadable) {
            problems.add(new Problem(TranslationProblem.CFG_XSLT, Place.file(place), "The file cannot be read."));
            return Optional.empty();
        }
    }

    /** All files of the folder. */
    Set<String> names() {
        if (folder == null) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> names = new TreeSet<>();
            files.filter(Files::isRegularFile).forEach(file -> names.add(file.getFileName().toString()));
            return names;
        } catch (IOException unreadable) {
            return Set.of();
        }
    }
}
