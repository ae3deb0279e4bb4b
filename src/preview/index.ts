// The door of preview/: finished editions → pixels and pages for the eye.
export { differ, encodePng, openRasteriser, type Raster, type Rasteriser } from './raster.ts';
export { writePicturesPage, type ChangedPage } from './pictures-page.ts';
