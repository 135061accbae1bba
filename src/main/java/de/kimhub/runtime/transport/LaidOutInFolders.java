package de.kimhub.runtime.transport;

import de.kimhub.connector.Endpoint;
import de.kimhub.operations.pages.LaidOut;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** {@link LaidOut} where {@link FileDrop} puts it: by the names that the hub itself gave, and no other. */
@Component
class LaidOutInFolders implements LaidOut {

    private static final Pattern NAME = Pattern.compile("kimhub-(\\d{12,18})\\.([a-z0-9]{1,5})");

    @Override
    public List<LaidOutFile> at(Endpoint endpoint) {
        List<LaidOutFile> files = new ArrayList<>();
        Optional<Path> folder = folder(endpoint);
        if (folder.isEmpty()) {
            return files;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder.get(), "kimhub-*")) {
            for (Path file : all) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches() && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    files.add(new LaidOutFile(Long.parseLong(name.group(1)), name.group(2), Files.size(file)));
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException notReadable) {
            return List.of();
        }
        return files;
    }

    @Override
    public Optional<InputStream> open(Endpoint endpoint, LaidOutFile file) throws IOException {
        try {
            return Optional.of(Files.newInputStream(path(endpoint, file), LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException takenAway) {
            return Optional.empty();
        }
    }

    @Override
    public boolean remove(Endpoint endpoint, LaidOutFile file) throws IOException {
        return Files.deleteIfExists(path(endpoint, file));
    }

    private static Path path(Endpoint endpoint, LaidOutFile file) {
        String name = String.format("kimhub-%012d.%s", file.batch(), file.extension());
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("The hub gives no such name.");
        }
        return folder(endpoint).orElseThrow().resolve(name);
    }

    private static Optional<Path> folder(Endpoint endpoint) {
        return Optional.of(endpoint).filter(one -> one.transport().equals("file")).map(one -> one.parameter("folder", ""))
                .filter(folder -> !folder.isBlank()).map(Path::of).filter(Files::isDirectory);
    }
}
