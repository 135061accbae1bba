package de.kimhub.runtime.transport;

import de.kimhub.connector.Endpoint;
import de.kimhub.connector.CurrentInstallation;
import de.kimhub.connector.Installation;
import de.kimhub.connector.Instance;
import de.kimhub.delivery.InstanceDirectory;
import de.kimhub.privacy.DeletionClass;
import de.kimhub.privacy.ErasedPerson;
import de.kimhub.privacy.PersonalDataHolder;
import de.kimhub.runtime.RuntimeProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The files that were taken over: they stay beside the tool's export as long as the hub's own transport copy. */
@Component
class LaidAsideFiles implements PersonalDataHolder {

    private static final Logger LOG = LoggerFactory.getLogger(LaidAsideFiles.class);

    private final CurrentInstallation current;
    private final InstanceDirectory numbers;

    LaidAsideFiles(CurrentInstallation current, InstanceDirectory numbers) {
        this.current = current;
        this.numbers = numbers;
    }

    @Override
    public String dataKind() {
        return "übernommene Exportdatei";
    }

    @Override
    public List<DeletionClass> classes() {
        return List.of(DeletionClass.following("exportdatei", "Exportdatei, die übernommen wurde, neben dem Fachverfahren",
                DeletionClass.Start.PROCESS_END, "wie die Transportkopie: retention.transportCopy"));
    }

    @Override
    public int deleteExpired() {
        Installation installation = current.now();
        LocalDateTime limit = LocalDateTime.now().minus(installation.hub().retention().transportCopy());
        return installation.working().stream().mapToInt(instance -> delete(instance, limit)).sum();
    }

    /** A file holds many people; it is a copy, and goes whole. */
    @Override
    public boolean clean(ErasedPerson person) {
        LocalDateTime limit = LocalDateTime.ofInstant(person.at(), ZoneId.systemDefault());
        return current.now().working().stream().filter(instance -> person.instances().contains(numbers.numberOf(instance.id())))
                .mapToInt(instance -> delete(instance, limit)).sum() >= 0;
    }

    private static int delete(Instance instance, LocalDateTime limit) {
        return instance.receive().filter(receive -> receive.transport().equals("file"))
                .map(receive -> deleteExpired(folder(receive), limit)).orElse(0);
    }

    private static Path folder(Endpoint receive) {
        return Path.of(receive.parameter("folder", "")).resolve(receive.parameter("doneFolder", ".kim-hub/done"));
    }

    private static int deleteExpired(Path folder, LocalDateTime limit) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        int deleted = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                deleted += isExpired(file, limit) && Files.deleteIfExists(file) ? 1 : 0;
            }
        } catch (IOException e) {
            LOG.warn("A folder of files that were taken over cannot be cleaned ({}). Give the hub's user the right to "
                    + "write there. [{}]", e.getClass().getSimpleName(), RuntimeProblem.NOT_CLEANED.code());
        }
        return deleted;
    }

    /** Its name begins with the time when it was laid aside; what somebody else put there stays. */
    private static boolean isExpired(Path file, LocalDateTime limit) {
        String name = file.getFileName().toString();
        int length = SourceFolder.STAMP_LENGTH;
        try {
            return name.length() > length
                    && LocalDateTime.parse(name.substring(0, length), SourceFolder.NOW).isBefore(limit);
        } catch (DateTimeParseException notOurs) {
            return false;
        }
    }
}
