package io.liquidationmap.ingestion.http;

import org.springframework.context.annotation.Configuration;
import org.springframework.resilience.annotation.EnableResilientMethods;

/// Switches on `@Retryable` and `@ConcurrencyLimit`, which Spring Boot does not do by itself.
@Configuration(proxyBeanMethods = false)
@EnableResilientMethods
class ResilientMethods {}
