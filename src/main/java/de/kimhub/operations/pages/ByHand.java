package de.kimhub.operations.pages;

import de.kimhub.connector.CurrentInstallation;
import de.kimhub.delivery.CorrectionTasks;
import de.kimhub.delivery.OpenTasks;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.stereotype.Component;

/** What an instance's people have to correct, delete or use no longer by hand, because their tool cannot be told. */
@Component
class ByHand {

    private final OpenTasks open;
    private final CorrectionTasks tasks;
    private final CurrentInstallation installation;

    ByHand(OpenTasks open, CorrectionTasks tasks, CurrentInstallation installation) {
        this.open = open;
        this.tasks = tasks;
        this.installation = installation;
    }

    /**
     * @param number     the instance's own file number, or {@code null}
     * @param deliveryId under which its tool has it, or {@code null}
     * @param source     title of who knows more
     */
    record Task(long id, OpenTasks.What what, String event, String number, String deliveryId, String source, LocalDateTime since,
                LocalDateTime doneAt, String doneBy) {
    }

    List<Task> of(int instance, int atMost) {
        return open.of(instance, atMost).stream().map(line -> new Task(line.id(), line.what(), line.type().germanText(), line.number(),
                line.deliveryId(), installation.now().title(line.source()),
                Times.here(line.createdAt()), line.open() ? null : Times.here(line.confirmedAt()), line.confirmedBy())).toList();
    }

    /** @return false also when it is another instance's */
    boolean done(int instance, long id, String by) {
        return tasks.confirm(instance, id, by);
    }
}
