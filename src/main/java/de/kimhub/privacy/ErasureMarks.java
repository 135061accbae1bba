package de.kimhub.privacy;

import de.kimhub.keys.KeyVault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which erasures there were, in a file beside the keys: a database that was restored from an older backup does not know
 * them. Keyed digests of file numbers and no more; each line is signed by a keyed digest.
 */
@Component
public class ErasureMarks {

    private static final Logger LOG = LoggerFactory.getLogger(ErasureMarks.class);
    private static final String FILE = "erasures";
    private static final HexFormat HEX = HexFormat.of();

    private final Path file;
    private final KeyVault keys;

    ErasureMarks(KeyVault keys, @Value("${kimhub.erasure.marks:}") String folder) {
        this.keys = keys;
        this.file = folder.isEmpty() ? null : Path.of(folder).resolve(FILE);
    }

    /** @param cases keyed digests of the file numbers */
    public record Mark(UUID token, Instant at, String reason, String by, List<byte[]> cases) {

        public Mark of(List<byte[]> files) {
            return new Mark(token, at, reason, by, files);
        }

        private String text() {
            return String.join(" ", token.toString(), at.toString(), reason,
                    Base64.getUrlEncoder().encodeToString(by.getBytes(StandardCharsets.UTF_8)),
                    cases.stream().map(HEX::formatHex).collect(Collectors.joining(",")));
        }
    }

    /** By token; lines that this hub did not write are reported and left out. */
    public synchronized Map<UUID, Mark> read() {
        Map<UUID, Mark> marks = new LinkedHashMap<>();
        for (String line : lines()) {
            parse(line).ifPresentOrElse(mark -> marks.put(mark.token(), mark), () -> LOG.error(
                    "A line of the file of erasures beside the keys was not written by this hub and does not count. [{}]",
                    ErasureProblem.FOREIGN_MARK.code()));
        }
        return marks;
    }

    /** Adds those that are not there yet. */
    public synchronized void add(List<Mark> marks) {
        Map<UUID, Mark> known = file == null ? Map.of() : read();
        List<String> fresh = marks.stream().filter(mark -> !known.containsKey(mark.token())).map(this::signed).toList();
        if (file == null || fresh.isEmpty()) {
            return;
        }
        try {
            List<String> all = new ArrayList<>(lines());
            all.addAll(fresh);
            Path half = Files.createTempFile(file.getParent(), FILE, ".new");
            Files.write(half, all);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> lines() {
        try {
            return file == null || !Files.exists(file) ? List.of() : Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String signed(Mark mark) {
        return mark.text() + " " + HEX.formatHex(keys.digest("erasure-mark", mark.text()));
    }

    private Optional<Mark> parse(String line) {
        String[] parts = line.split(" ", -1);
        int end = line.lastIndexOf(' ');
        if (parts.length != 6 || !HEX.formatHex(keys.digest("erasure-mark", line.substring(0, end))).equals(parts[5])) {
            return Optional.empty();
        }
        List<byte[]> cases = parts[4].isEmpty() ? List.of() : List.of(parts[4].split(",")).stream().map(HEX::parseHex).toList();
        return Optional.of(new Mark(UUID.fromString(parts[0]), Instant.parse(parts[1]), parts[2],
                new String(Base64.getUrlDecoder().decode(parts[3]), StandardCharsets.UTF_8), cases));
    }
}
