package de.kimhub.runtime;

import de.kimhub.intake.HandOver;
import de.kimhub.intake.Intake;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/** The end of every receiving transport: bytes or rows go over to the intake. */
@Component("handOvers")
class HandOvers {

    private final Intake intake;

    HandOvers(Intake intake) {
        this.intake = intake;
    }

    /** Returns when the hub has it for good; throws when the source has to keep it. */
    @SuppressWarnings("unchecked")
    public void take(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        String instance = message.getHeader(HubHeaders.INSTANCE, String.class);
        if (message.getBody() instanceof List<?> rows) {
            Intake.Page page = intake.acceptRows(instance, (List<Map<String, String>>) rows,
                    message.getHeader(HubHeaders.SINCE, String.class),
                    new Intake.PageEnd(message.getHeader(HubHeaders.MARK, String.class),
                            message.getHeader(HubHeaders.WINDOW, Integer.class)));
            if (page == Intake.Page.OVERTAKEN) {
                exchange.setProperty(HubHeaders.MORE_PAGES, false);
            }
            return;
        }
        try (InputStream content = message.getMandatoryBody(InputStream.class)) {
            intake.accept(instance, handOver(message), content);
        } catch (org.apache.camel.InvalidPayloadException e) {
            throw new IOException("The transport of instance '" + instance + "' handed over neither bytes nor rows. ["
                    + RuntimeProblem.RECEIVE_FAILED.code() + "]", e);
        }
    }

    private static HandOver handOver(Message message) {
        String name = message.getHeader(Exchange.FILE_NAME, message.getMessageId(), String.class);
        long size = message.getHeader(Exchange.FILE_LENGTH, 0L, Long.class);
        long modified = message.getHeader(Exchange.FILE_LAST_MODIFIED, 0L, Long.class);
        return new HandOver(name, size, Instant.ofEpochMilli(modified));
    }
}
