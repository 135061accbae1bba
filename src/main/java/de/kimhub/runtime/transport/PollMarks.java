package de.kimhub.runtime.transport;

import de.kimhub.intake.Intake;
import de.kimhub.runtime.HubHeaders;
import org.apache.camel.Message;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Tells a polling transport where it stopped. */
@Component("pollMarks")
class PollMarks {

    private final Intake intake;

    PollMarks(Intake intake) {
        this.intake = intake;
    }

    public void read(Exchange exchange) {
        Message message = exchange.getMessage();
        intake.pollMark(message.getHeader(HubHeaders.INSTANCE, String.class))
                .ifPresent(mark -> message.setHeader(HubHeaders.MARK, mark));
    }
}
