import { DynamicModule, Module } from '@nestjs/common';
import { OBJECT_STORE } from './object-store';
import { openObjectStore, StorageSettings } from './open-object-store';

/** Gives every module the one `ObjectStore` under `OBJECT_STORE`. */
@Module({})
export class StorageModule {
  static register(settings: StorageSettings): DynamicModule {
    return {
      module: StorageModule,
      global: true,
      providers: [{ provide: OBJECT_STORE, useFactory: () => openObjectStore(settings) }],
      exports: [OBJECT_STORE],
    };
  }
}
