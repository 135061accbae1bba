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
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/** {@link Transport} over the kamelets, with a circuit breaker per recipient. */
@Component
class CamelTransport implements Transport {

    private final Instances instances;
    private final Breakers breakers;
    private final Checkpoints checkpoints;
    private final ProducerTemplate producer;

    CamelTransport(Instances instances, Breakers breakers, Checkpoints checkpoints, CamelContext camel) {
        this.instances = instances;
        this.breakers = breakers;
        this.checkpoints = checkpoints;
        this.producer = camel.createProducerTemplate();
    }

    @Override
    public boolean stages(Instance recipient, Parcel parcel) {
        return instances.stages(way(recipient, parcel));
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

    private void call(Instance recipient, Parcel parcel, String step) throws TransportException {
        Way way = way(recipient, parcel);
        CircuitBreaker breaker = breakers.of(way);
        try {
            String uri = instances.running(way).uri();
            breaker.executeCheckedSupplier(() -> transfer(uri, parcel, step));
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

    private Void transfer(String uri, Parcel parcel, String step) throws TransportException {
        Exchange exchange = producer.request(uri, message -> {
            message.getMessage().setBody(parcel.bytes());
            message.getMessage().setHeaders(new java.util.HashMap<>(Map.of(
                    HubHeaders.STEP, step,
                    HubHeaders.BATCH, parcel.batchId(),
                    Exchange.FILE_NAME, parcel.fileName())));
        });
        if (exchange.getException() != null) {
            throw TransportErrors.of(uri, exchange.getException());
        }
        return null;
    }

    private static Way way(Instance recipient, Parcel parcel) {
        return new Way(recipient.id(), parcel.acknowledgement() ? Way.Direction.ACKNOWLEDGE : Way.Direction.DELIVER);
    }
}
