package org.anamnesis.llm.advise;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Takes in an answer until it is whole or too long; the rest of a longer one is never read. */
final class BoundedBody implements HttpResponse.BodySubscriber<byte[]> {
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final boolean announced;
    private final int most;
    private Flow.Subscription subscription;

    BoundedBody(HttpResponse.ResponseInfo info, int most) {
        this.most = most;
        this.announced = info.headers().firstValueAsLong("Content-Length").orElse(0) > most;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (announced) {
            tooLong();
        } else {
            given.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> items) {
        for (ByteBuffer b : items) {
            if (bytes.size() + b.remaining() > most) {
                tooLong();
                return;
            }
            byte[] some = new byte[b.remaining()];
            b.get(some);
            bytes.writeBytes(some);
        }
    }

    private void tooLong() {
        subscription.cancel();
        whole.completeExceptionally(
                new CallFailed("its answer was longer than %d KB".formatted(most / 1024)));
    }

    @Override
    public void onError(Throwable e) {
        whole.completeExceptionally(e);
    }

    @Override
    public void onComplete() {
        whole.complete(bytes.toByteArray());
    }
}
