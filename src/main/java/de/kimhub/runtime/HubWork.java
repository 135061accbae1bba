package de.kimhub.runtime;

import de.kimhub.delivery.Delivery;
import de.kimhub.processing.Processing;
import org.springframework.stereotype.Component;

/** What the routes call: a wake-up's text becomes a slice of work. */
@Component("hubWork")
class HubWork {

    private final Processing processing;
    private final Delivery delivery;

    HubWork(Processing processing, Delivery delivery) {
        this.processing = processing;
        this.delivery = delivery;
    }

    /** @param wakeUp {@code <document id>} */
    public boolean document(String wakeUp) {
        return processing.work(Long.parseLong(wakeUp));
    }

    /** @param wakeUp {@code <recipient>:<lane>} */
    public boolean lane(String wakeUp) {
        int colon = wakeUp.indexOf(':');
        return delivery.drain(Integer.parseInt(wakeUp.substring(0, colon)),
                Integer.parseInt(wakeUp.substring(colon + 1)));
    }

    public void sweepDocuments() {
        processing.wakeUnfinished();
    }

    public void renewReviews() {
        processing.renewReviews();
    }

    public void sweepLanes() {
        delivery.wakeDueLanes();
    }
}
