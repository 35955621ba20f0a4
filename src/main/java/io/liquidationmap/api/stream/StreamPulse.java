package io.liquidationmap.api.stream;

import io.liquidationmap.api.ApiProperties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Keeps the broadcast going while the service runs. Of the default phase, so it ends before the web server does, which
/// would otherwise wait for streams that never end by themselves.
@Component
class StreamPulse implements SmartLifecycle {

    private final Broadcast broadcast;
    private final ApiProperties.Stream properties;
    private @Nullable ScheduledExecutorService thread;

    StreamPulse(Broadcast broadcast, ApiProperties properties) {
        this.broadcast = broadcast;
        this.properties = properties.stream();
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            broadcast.begin();
            thread = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("stream-pulse").factory());
            repeat(thread, this::look, properties.poll().toMillis());
            repeat(thread, broadcast::beat, properties.heartbeat().toMillis());
        }
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
            broadcast.end();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    /// Does not wait: what takes long must not hold up the rest.
    private void look() {
        var _ = broadcast.look();
    }

    private static void repeat(ScheduledExecutorService thread, Runnable work, long millis) {
        var _ = thread.scheduleAtFixedRate(work, millis, millis, TimeUnit.MILLISECONDS);
    }
}
