package de.kimhub.runtime.transport;

import de.kimhub.connector.Instance;
import de.kimhub.delivery.DeliveryProblem;
import de.kimhub.delivery.Parcel;
import de.kimhub.delivery.Transport;
import de.kimhub.delivery.TransportException;
import de.kimhub.message.Checkpoints;
import de.kimhub.runtime.HubFailure;
import de.kimhub.runtime.HubHeaders;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** {@link Transport} over the kamelets, with a circuit breaker per recipient. */
@Component
class CamelTransport implements Transport {

    private final Instances instances;
    private final Breakers breakers;
    private final Checkpoints checkpoints;

    CamelTransport(Instances instances, Breakers breakers, Checkpoints checkpoints) {
        this.instances = instances;
        this.breakers = breakers;
        this.checkpoints = checkpoints;
    }

    @Override
    public boolean stages(Instance recipient, Parcel parcel) {
        return instances.stages(way(recipient, parcel), Optional.ofNullable(parcel.endpoint()));
    }

    @Override
    public void stage(Instance recipient, Parcel parcel) throws TransportException {
        call(recipient, parcel, "stage");
        checkpoints.reached("transport.staged");
    }

    @Override
    public void publish(Instance recipient, Parcel parcel) throws TransportException {
        call(recipient, parcel, "publish");
        checkpoints.reached("transport.published");
    }

    @Override
    public void send(Instance recipient, Parcel parcel) throws TransportException {
        call(recipient, parcel, "send");
        checkpoints.reached("transport.sent");
    }

    @Override
    public boolean recall(Instance recipient, Parcel parcel) throws TransportException {
        return parcel.endpoint() != null && instances.recalls(parcel.endpoint()) && call(recipient, parcel, "recall");
    }

    @Override
    public void discard(Instance recipient, Parcel parcel) throws TransportException {
        call(recipient, parcel, "discard");
    }

    private boolean call(Instance recipient, Parcel parcel, String step) throws TransportException {
        Way way = way(recipient, parcel);
        try {
            return instances.over(way, Optional.ofNullable(parcel.endpoint()),
                    running -> executed(breakers.of(way), running, parcel, step));
        } catch (CallNotPermittedException e) {
            throw new TransportException(DeliveryProblem.CIRCUIT_OPEN.code(),
                    way + ": failed several times in a row; not tried for a while.", null);
        } catch (HubFailure e) {
            throw new TransportException(e.code(), e.getMessage(), null);
        } catch (TransportException e) {
            throw e;
        } catch (Throwable e) {
            throw TransportErrors.of(way, e);
        }
    }

    private static boolean executed(CircuitBreaker breaker, LiveWay.Running running, Parcel parcel, String step)
            throws Exception {
        try {
            return breaker.executeCheckedSupplier(() -> transfer(running, parcel, step));
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean transfer(LiveWay.Running running, Parcel parcel, String step) throws TransportException {
        String uri = running.uri();
        Exchange exchange = running.producer().request(uri, message -> {
            message.getMessage().setBody(parcel.bytes());
            message.getMessage().setHeaders(new java.util.HashMap<>(Map.of(
                    HubHeaders.STEP, step,
                    HubHeaders.BATCH, parcel.batchId(),
                    Exchange.FILE_NAME, parcel.fileName())));
        });
        if (exchange.getException() != null) {
            throw TransportErrors.of(uri, exchange.getException());
        }
        return exchange.getMessage().getHeader(HubHeaders.RECALLED, true, Boolean.class);
    }

    private static Way way(Instance recipient, Parcel parcel) {
        return new Way(recipient.id(), switch (parcel.kind()) {
            case EVENTS -> Way.Direction.DELIVER;
            case ACKNOWLEDGEMENT -> Way.Direction.ACKNOWLEDGE;
            case ENROLMENT_LIST -> Way.Direction.ENROL;
        });
    }
}
