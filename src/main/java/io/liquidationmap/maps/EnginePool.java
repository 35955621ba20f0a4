package io.liquidationmap.maps;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ExecutorServiceMetrics;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// The threads on which maps are computed. Requests run on virtual threads, of which there may be thousands; the
/// engine is bound by the processor, so it gets as many platform threads as there are processors and a bounded queue.
@Component
class EnginePool implements DisposableBean {

    private final ExecutorService executor;

    EnginePool(MapsProperties properties, MeterRegistry meters) {
        int threads = properties.engineThreads() > 0
                ? properties.engineThreads()
                : Runtime.getRuntime().availableProcessors();
        executor = ExecutorServiceMetrics.monitor(
                meters,
                new ThreadPoolExecutor(
                        threads,
                        threads,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(properties.engineQueue()),
                        Thread.ofPlatform().name("engine-", 0).daemon().factory()),
                "liquidationmap.engine",
                List.of());
    }

    /// Runs `work` on a thread of the pool and waits for it.
    ///
    /// @throws BusyException if too much is waiting already
    <T> T compute(Callable<T> work) {
        try {
            return executor.submit(work).get();
        } catch (RejectedExecutionException _) {
            throw new BusyException();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a map was computed", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void destroy() {
        executor.shutdownNow();
    }
}
