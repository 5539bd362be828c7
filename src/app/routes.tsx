import { createBrowserRouter } from 'react-router';
import { HomeRoute } from './home-route.tsx';
import { LabRoute } from './lab-route.tsx';
import { LabsRoute } from './labs-route.tsx';
import { LessonRoute } from './lesson-route.tsx';
import { NotFoundRoute } from './not-found-route.tsx';
import { RouteFailure } from './route-failure.tsx';

/** Every page of the app. Each path that a reader can be sent to also has a file of its own in the built site. */
export function createRouter(basename: string) {
  return createBrowserRouter(
    [
      {
        errorElement: <RouteFailure />,
        children: [
          { path: '/', element: <HomeRoute /> },
          { path: '/lessons/:track/:lesson', element: <LessonRoute /> },
          { path: '/labs', element: <LabsRoute /> },
          { path: '/labs/:kind', element: <LabRoute /> },
          { path: '*', element: <NotFoundRoute /> },
        ],
      },
    ],
    { basename },
  );
}
