package dev.hexlink.rabbitmq;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.Envelope;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** The letters a channel was given and nobody has taken yet; as many as its prefetch allows. */
final class Inbox extends DefaultConsumer {
  private static final int ENOUGH_VISITS = 500;
  private static final Delivery END = new Delivery(new Envelope(0, false, "", ""), new AMQP.BasicProperties(),
      new byte[0]);

  private final BlockingQueue<Delivery> waiting = new LinkedBlockingQueue<>();
  private final AtomicInteger inHand = new AtomicInteger();
  private volatile boolean ended;

  Inbox(Channel channel) {
    super(channel);
  }

  @Override
  public void handleDelivery(String consumer, Envelope envelope, AMQP.BasicProperties properties, byte[] body) {
    inHand.incrementAndGet();
    waiting.add(new Delivery(envelope, properties, body));
  }

  /** The broker gives no more, as the queue was deleted. */
  @Override
  public void handleCancel(String consumer) {
    end();
  }

  /** Gives nothing out from now on, and wakes who waits. */
  void end() {
    ended = true;
    waiting.add(END);
  }

  /** Waits for a letter, and takes with it what else has come, up to a batch; empty when there will be nothing more. */
  List<ReceivedLetter> take() throws InterruptedException {
    List<ReceivedLetter> batch = new ArrayList<>();
    int visits = 0;
    Delivery next = waiting.take();
    while (next != null && !ended) {
      ReceivedLetter letter = ReceivedLetter.of(next);
      batch.add(letter);
      visits += letter.visits().size();
      next = visits < ENOUGH_VISITS ? waiting.poll() : null;
    }
    return ended ? List.of() : batch;
  }

  /** Somebody is done with letters that were taken. */
  void done(int letters) {
    inHand.addAndGet(-letters);
  }

  /** How many letters nobody is done with; none once the broker gives them to others. */
  int inHand() {
    return ended ? 0 : inHand.get();
  }
}
